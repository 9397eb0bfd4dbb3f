import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Language, say } from '#kernel/language/text.ts'
import { invalid, notFound } from '#kernel/problems/problem.ts'
import { type AnnualReport, annualReport, mayReadReport } from '../reports/annual.ts'
import { makeClassification } from '../reports/classification-files.ts'
import { isReportFormat, type MadeFile, type Making, makeAnnual, momentOf } from '../reports/files.ts'
import { isRiskFormat, makeRiskReport } from '../reports/risks/files.ts'
import { type RiskReportKind, riskReports } from '../reports/risks/report.ts'
import type { Services } from '../services.ts'
import { note } from './access-log.ts'
import { downloadHeaders, fileContent, storeFile } from './files.ts'
import { problemBody, problemOf } from './problems.ts'
import { asOfIn, bodyOf, idIn, languageOf, one, parse, signedIn } from './requests.ts'

const wish = z.strictObject({
  asOf: z.string().max(40).optional(),
  lang: z.enum(['sv', 'en']).optional(),
  format: z.string().refine(isReportFormat),
})

/** The report as the page reads it: how many records stand behind each figure, not which. */
const shown = (report: AnnualReport) => ({
  asOf: report.asOf,
  title: report.title,
  authority: report.authority,
  year: report.year,
  sections: report.sections.map((section) => ({
    key: section.key,
    heading: section.heading,
    text: section.text,
    source: section.source,
    defaultText: section.defaultText,
    edited: section.edited,
    textId: section.textId,
    textVersion: section.textVersion,
    built: section.built,
    why: section.why ? say(section.why, report.language) : null,
    problems: section.problems.map(({ key, message }) => ({ key, message: say(message, report.language) })),
    figures: section.figures.map(({ figure, value, previous, total }) => ({
      key: figure.key,
      label: say(figure.label, report.language),
      value,
      unit: figure.unit,
      previous,
      better: figure.better,
      definition: say(figure.definition, report.language),
      records: { register: figure.register, total },
    })),
  })),
})

const riskWish = z.strictObject({
  kind: z.enum(Object.keys(riskReports) as [RiskReportKind, ...RiskReportKind[]]),
  asOf: z.string().max(40).optional(),
  lang: z.enum(['sv', 'en']).optional(),
  since: z.enum(['quarter', 'year']).optional(),
  about: z.uuid().optional(),
  format: z.string(),
})

/** The annual report: to read on the screen, and to make into files that only their maker may fetch; the reports on risks; and the paper of one classification. */
export const reportRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, clock } = services
  const tags = ['Reports']

  /** Makes a file and keeps it for the one who asked, answering with lines of JSON that tell how far it has come. */
  const told = (
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    make: (tell: (making: Making) => void) => Promise<MadeFile>,
  ) => {
    const { actor } = signedIn(request)
    const lines = new Readable({ read: () => undefined })
    const line = (value: object) => lines.push(`${JSON.stringify(value)}\n`)
    const run = async () => {
      try {
        const { bytes, name, type } = await make(line)
        line({ progress: 0.95, step: { sv: 'Sparar filen', en: 'Storing the file' } })
        const stored = await store.write(actor, { request: request.requestId }, (tx) => storeFile(tx, bytes, name, type))
        line({ done: true, progress: 1, url: `/api/reports/files/${stored.sha256}`, name, size: stored.size })
      } catch (error) {
        const facts = problemOf(error)
        if (facts.status >= 500) request.log.error({ err: error, requestId: request.requestId }, 'the report could not be made')
        line({ error: problemBody(facts, language, `urn:uuid:${request.requestId}`) })
      } finally {
        lines.push(null)
      }
    }
    void run()
    return reply.type('application/x-ndjson; charset=utf-8').header('x-accel-buffering', 'no').send(lines)
  }

  app.get('/api/reports/annual', { schema: { tags, summary: 'The annual report as it stood on a day' } }, async (request) => {
    const { actor } = signedIn(request)
    return shown(await annualReport(services, actor, { asOf: asOfIn(request, clock), language: languageOf(request) }))
  })

  app.post(
    '/api/reports/annual/files',
    {
      compress: false,
      schema: { tags, summary: 'Make the annual report into a file; answers with lines of JSON that tell how far it has come' },
    },
    async (request, reply) => {
      const { actor } = signedIn(request)
      mayReadReport(actor)
      const { asOf, lang, format } = parse(wish, bodyOf(request))
      const language = lang ?? languageOf(request)
      const moment = asOf === undefined ? null : momentOf(asOf, clock.now())
      if (!isReportFormat(format)) throw notFound()

      return told(request, reply, language, (line) => makeAnnual(services, actor, { asOf: moment, language }, format, line))
    },
  )

  const risks = services.catalogue.register('risk')

  app.post(
    '/api/reports/risks/files',
    {
      compress: false,
      schema: {
        tags,
        summary:
          'Make a report on risks into a file (for the director-general, the risk function, a unit or of one risk); answers with lines of JSON that tell how far it has come',
      },
    },
    async (request, reply) => {
      const { actor } = signedIn(request)
      const { kind, asOf, lang, since = 'quarter', about = null, format } = parse(riskWish, bodyOf(request))
      const language = lang ?? languageOf(request)
      if (!isRiskFormat(format))
        throw invalid([{ field: 'format', code: 'format', message: { sv: 'Välj pdf, docx eller xlsx.', en: 'Choose pdf, docx or xlsx.' } }])
      const question = { kind, asOf: asOf === undefined ? null : momentOf(asOf, clock.now()), language, since, about }
      return told(request, reply, language, async (tell) => {
        const made = await makeRiskReport(services, actor, question, format, tell)
        if (made.secret.length) await note(services, request, 'secret-read', risks, made.secret)
        return made
      })
    },
  )

  app.get(
    '/api/risks/:id/report',
    {
      schema: {
        tags,
        summary: 'A risk on a page, with all that is needed to decide on it, as it stood on a day',
        querystring: {
          type: 'object',
          properties: {
            format: { type: 'string', enum: ['pdf', 'docx'] },
            lang: { type: 'string', enum: ['sv', 'en'] },
            asOf: { type: 'string' },
          },
        },
      },
    },
    async (request, reply) => {
      const { actor } = signedIn(request)
      const format = one(request, 'format') ?? 'pdf'
      if (format !== 'pdf' && format !== 'docx')
        throw invalid([{ field: 'format', code: 'format', message: { sv: 'Välj pdf eller docx.', en: 'Choose pdf or docx.' } }])
      const about = idIn(request)
      const question = { kind: 'risk', about, asOf: asOfIn(request, clock), language: languageOf(request), since: 'quarter' } as const
      const { bytes, name, type, secret } = await makeRiskReport(services, actor, question, format)
      if (secret.length) await note(services, request, 'secret-read', risks, secret)
      return reply.headers(downloadHeaders(name, type)).type(type).send(Buffer.from(bytes))
    },
  )

  app.get(
    '/api/classifications/:id/report',
    {
      schema: {
        tags,
        summary: 'What came of a classification, as data or as a paper, as it stood on a day',
        querystring: {
          type: 'object',
          properties: {
            format: { type: 'string', enum: ['pdf', 'docx', 'json'] },
            lang: { type: 'string', enum: ['sv', 'en'] },
            asOf: { type: 'string' },
          },
        },
      },
    },
    async (request, reply) => {
      const { actor } = signedIn(request)
      const format = one(request, 'format') ?? 'json'
      if (!isReportFormat(format))
        throw invalid([{ field: 'format', code: 'format', message: { sv: 'Välj pdf, docx eller json.', en: 'Choose pdf, docx or json.' } }])
      const id = idIn(request)
      const question = { id, asOf: asOfIn(request, clock), language: languageOf(request) }
      const { bytes, name, type, report } = await makeClassification(services, actor, question, format)
      if (report.marking) await note(services, request, 'secret-read', services.catalogue.register('classification'), [id])
      if (format === 'json') return reply.type('application/json; charset=utf-8').send(report)
      return reply.headers(downloadHeaders(name, type)).type(type).send(Buffer.from(bytes))
    },
  )

  app.get('/api/reports/files/:sha256', { schema: { tags, summary: 'Fetch a report file one has made' } }, async (request, reply) => {
    const { actor } = signedIn(request)
    const { sha256 } = request.params as { sha256: string }
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound()
    const found = await store.read(actor, null, async (tx) => {
      const [made] = await tx.rows<{ name: string }>(
        sql`select name from upload where sha256 = ${sha256} and person = ${actor.person}::uuid`,
      )
      const content = made ? await fileContent(tx, sha256) : null
      return made && content ? { ...made, ...content } : null
    })
    if (!found) throw notFound()
    return reply.headers(downloadHeaders(found.name, found.type)).type(found.type).send(found.content)
  })
}
