import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Language, say } from '#kernel/language/text.ts'
import { isProblem, notFound, type Problem } from '#kernel/problems/problem.ts'
import { languageOf } from './requests.ts'

/** A problem as it is sent: RFC 9457, in the reader's language. */
export const problemBody = (facts: Problem, language: Language, instance?: string) => ({
  type: `urn:varna:problem:${facts.code}`,
  title: say(facts.title, language),
  status: facts.status,
  ...(facts.detail ? { detail: say(facts.detail, language) } : {}),
  code: facts.code,
  ...(instance ? { instance } : {}),
  ...(facts.errors ? { errors: facts.errors.map(({ field, code, message }) => ({ field, code, message: say(message, language) })) } : {}),
  ...facts.more,
})

const known: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'too-large',
    title: { sv: 'Det som skickades är för stort.', en: 'What was sent is too large.' },
  },
  FST_REQ_FILE_TOO_LARGE: {
    status: 413,
    code: 'too-large',
    title: { sv: 'Filen är för stor. Högst 25 MB går att ta emot.', en: 'The file is too large. At most 25 MB can be received.' },
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'media-type',
    title: { sv: 'Skicka uppgifterna som application/json.', en: 'Send the data as application/json.' },
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'body', title: { sv: 'Skicka ett JSON-objekt.', en: 'Send a JSON object.' } },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'body',
    title: { sv: 'Det som skickades är inte giltig JSON.', en: 'What was sent is not valid JSON.' },
  },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    status: 415,
    code: 'media-type',
    title: { sv: 'Skicka filen som multipart/form-data.', en: 'Send the file as multipart/form-data.' },
  },
}

/** What a fault is to the one who asked. Anything that is not known stays inside. */
export function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error.problem
  const facts = error as { code?: string; statusCode?: number; name?: string }
  const found = known[facts.code ?? '']
  if (found) return found
  if (error instanceof SyntaxError && facts.statusCode === 400) return known.FST_ERR_CTP_INVALID_JSON_BODY as Problem
  if (facts.code === '22P05' || facts.code === '22021')
    return {
      status: 400,
      code: 'characters',
      title: { sv: 'Texten innehåller tecken som inte går att spara.', en: 'The text has characters that cannot be stored.' },
    }
  if (facts.statusCode && facts.statusCode >= 400 && facts.statusCode < 500)
    return {
      status: facts.statusCode,
      code: 'request',
      title: { sv: 'Begäran går inte att förstå.', en: 'The request cannot be understood.' },
    }
  if (['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', 'ENOENT'].includes(facts.code ?? ''))
    return {
      status: 503,
      code: 'database-away',
      title: {
        sv: 'Databasen svarar inte just nu. Inget har gått förlorat.',
        en: 'The database does not answer right now. Nothing has been lost.',
      },
      detail: { sv: 'Försök igen om en stund.', en: 'Try again in a moment.' },
    }
  return {
    status: 500,
    code: 'internal',
    title: {
      sv: 'Något gick fel hos oss. Det du skrev är inte sparat.',
      en: 'Something went wrong on our side. What you wrote is not saved.',
    },
    detail: {
      sv: 'Försök igen. Händer det på nytt, berätta för administratören när det hände.',
      en: 'Try again. If it happens again, tell the administrator when it happened.',
    },
  }
}

/** Answers every fault as problem details, and logs those that are ours. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const facts = problemOf(error)
    if (facts.status >= 500) request.log.error({ err: error, requestId: request.requestId }, 'request failed')
    return reply
      .status(facts.status)
      .type('application/problem+json')
      .send(problemBody(facts, languageOf(request), `urn:uuid:${request.requestId}`))
  })
}

const noSuchAddress = (): Problem => ({
  ...notFound().problem,
  title: { sv: 'Det finns ingenting på den här adressen.', en: 'There is nothing at this address.' },
  detail: { sv: 'Alla adresser i API:et står i /api/openapi.json.', en: 'Every address of the API stands in /api/openapi.json.' },
})

/** Answers an address that leads nowhere, whoever asks. */
export const nowhere = (request: FastifyRequest) =>
  problemBody(noSuchAddress(), languageOf(request), `urn:uuid:${request.requestId || crypto.randomUUID()}`)
