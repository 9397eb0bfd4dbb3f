import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Clock, dayIn, endOf } from '#kernel/clocks/clock.ts'
import { isDay, isMoment } from '#kernel/fields/schema.ts'
import { isLanguage, type Language } from '#kernel/language/text.ts'
import { type FieldProblem, forbidden, invalid, notFound, problem } from '#kernel/problems/problem.ts'
import type { Person } from '../identity/identity.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in person; null before sign-in. */
    person: Person | null
    /** Whether the request's token may write. */
    mayWrite: boolean
    /** Identity of the request, written into history. */
    requestId: string
  }
}

type Query = Readonly<Record<string, string | string[] | undefined>>

export const queryOf = (request: FastifyRequest): Query => request.query as Query

/** One value of a query parameter; the last where it is repeated. */
export const one = (request: FastifyRequest, name: string): string | undefined => {
  const value = queryOf(request)?.[name]
  return Array.isArray(value) ? value.at(-1) : value
}

/** The language of the answer: `lang`, the cookie, what the browser prefers, Swedish. */
export function languageOf(request: FastifyRequest): Language {
  const asked = one(request, 'lang') ?? request.cookies?.['varna-lang']
  if (isLanguage(asked)) return asked
  const accepted = request.headers['accept-language']?.slice(0, 2)
  return accepted === 'en' ? 'en' : 'sv'
}

export const notSignedIn = () =>
  problem({
    status: 401,
    code: 'not-signed-in',
    title: { sv: 'Du behöver logga in.', en: 'You need to sign in.' },
    detail: {
      sv: 'Logga in och försök igen. Det du har skrivit finns kvar.',
      en: 'Sign in and try again. What you have written is still here.',
    },
  })

/** The signed-in person of the request. */
export function signedIn(request: FastifyRequest): Person {
  if (!request.person) throw notSignedIn()
  return request.person
}

/** Refuses a token that may only read. */
export function mayWrite(request: FastifyRequest): void {
  if (!request.mayWrite) throw forbidden({ sv: 'Nyckeln får bara läsa.', en: 'The token may only read.' })
}

/** The moment the request looks back to, or null for now. A day means its last moment in Sweden. */
export function asOfIn(request: FastifyRequest, clock: Clock): Date | null {
  const given = one(request, 'asOf')
  if (given === undefined || given === '') return null
  const fault = (sv: string, en: string) => invalid([{ field: 'asOf', code: 'as-of', message: { sv, en } }])
  const moment = isDay(given) ? endOf(given) : /^\d{4}-\d{2}-\d{2}T/.test(given) && isMoment(given) ? new Date(given) : null
  if (!moment)
    throw fault(`"${given}" är inget datum. Skriv till exempel 2023-12-31.`, `"${given}" is not a date. Write for example 2023-12-31.`)
  const now = clock.now()
  if (moment <= now) return moment
  if (given === dayIn(now)) return now
  throw fault('Det går inte att se framåt i tiden. Välj en dag som har varit.', 'The future cannot be shown. Choose a day that has been.')
}

/** The past is closed for writing. */
export function refusePast(request: FastifyRequest): void {
  if (one(request, 'asOf') === undefined) return
  throw problem({
    status: 400,
    code: 'past-is-closed',
    title: { sv: 'Det förflutna går inte att ändra.', en: 'The past cannot be changed.' },
    detail: { sv: 'Gå tillbaka till idag och gör ändringen där.', en: 'Return to today and make the change there.' },
  })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isIdentity = (given: string): boolean => uuid.test(given)

/** The identity in the address; anything that cannot be one does not exist. */
export function idIn(request: FastifyRequest): string {
  const { id } = request.params as { id: string }
  if (!uuid.test(id)) throw notFound()
  return id.toLowerCase()
}

/** The version in `If-Match`. Without one a change is refused, since nobody would know what it was made from. */
export function versionIn(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined) {
    throw problem({
      status: 428,
      code: 'version-missing',
      title: {
        sv: 'Ange vilken version ändringen utgår från, i If-Match.',
        en: 'State which version the change is made from, in If-Match.',
      },
    })
  }
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (!version)
    throw invalid([
      {
        field: 'If-Match',
        code: 'version',
        message: { sv: 'Versionen ska vara ett tal, till exempel "3".', en: 'The version must be a number, for example "3".' },
      },
    ])
  return Number(version)
}

/** The reason of a change, from the header `X-Reason` (percent-encoded UTF-8). */
export function reasonIn(request: FastifyRequest): string | undefined {
  const header = request.headers['x-reason']
  if (typeof header !== 'string' || header === '') return undefined
  try {
    return decodeURIComponent(header).slice(0, 2_000)
  } catch {
    throw invalid([
      {
        field: 'X-Reason',
        code: 'encoding',
        message: { sv: 'Skälet ska vara procentkodat (UTF-8).', en: 'The reason must be percent-encoded (UTF-8).' },
      },
    ])
  }
}

/** A zero character, or half of a pair of characters, in text written as JSON. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i

const unstorableText = () =>
  problem({
    status: 400,
    code: 'characters',
    title: { sv: 'Texten innehåller tecken som inte går att spara.', en: 'The text has characters that cannot be stored.' },
  })

/** Checks what was sent to a hand-written route; every fault is named. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  if (unstorable.test(JSON.stringify(value ?? null))) throw unstorableText()
  const result = schema.safeParse(value ?? {})
  if (result.success) return result.data
  const errors = result.error.issues.flatMap((issue): FieldProblem[] => {
    const fields = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
    const code = issue.code === 'unrecognized_keys' ? 'unknown' : 'value'
    const message =
      code === 'unknown'
        ? { sv: 'Fältet finns inte.', en: 'There is no such field.' }
        : { sv: 'Värdet saknas eller har fel form.', en: 'The value is missing or has the wrong form.' }
    return fields.map((field) => ({ field, code, message }))
  })
  throw invalid(errors)
}

/** The object that was sent; anything else is refused. */
export function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const { body } = request
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  throw problem({ status: 400, code: 'body', title: { sv: 'Skicka ett JSON-objekt.', en: 'Send a JSON object.' } })
}
