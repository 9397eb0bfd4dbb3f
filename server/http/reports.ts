import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { say } from '#kernel/language/text.ts'
import { invalid, notFound } from '#kernel/problems/problem.ts'
import { type AnnualReport, annualReport, mayReadReport } from '../reports/annual.ts'
import { makeClassification } from '../reports/classification-files.ts'
import { isReportFormat, makeAnnual, momentOf } from '../reports/files.ts'
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

/** The annual report: to read on the screen, and to make into files that only their maker may fetch; and the paper of one classification. */
export const reportRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, clock } = services
  const tags = ['Reports']

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

      const lines = new Readable({ read: () => undefined })
      const line = (value: object) => lines.push(`${JSON.stringify(value)}\n`)
      const make = async () => {
        try {
          const { bytes, name, type } = await makeAnnual(services, actor, { asOf: moment, language }, format, line)
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
      void make()
      return reply.type('application/x-ndjson; charset=utf-8').header('x-accel-buffering', 'no').send(lines)
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
