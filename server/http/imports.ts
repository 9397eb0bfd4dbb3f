import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { importRequirements } from '#areas/governance/server/import-sources.ts'
import { scopesFor } from '#kernel/access/access.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { Register } from '#kernel/definition/register.ts'
import { type ImportOutcome, importRows, rowsOf } from '#kernel/exchange/import.ts'
import { isFormatError, readSheet } from '#kernel/exchange/spreadsheet.ts'
import type { Gate } from '#kernel/gate/command.ts'
import { type Language, say } from '#kernel/language/text.ts'
import { forbidden, problem } from '#kernel/problems/problem.ts'
import type { Actor } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { languageOf, mayWrite, one, refusePast, signedIn } from './requests.ts'

/** The largest file that is received, in bytes. */
export const largestFile = 25 * 1024 * 1024

/** The file of a request. */
export async function fileIn(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const part = await request.file({ limits: { fileSize: largestFile, files: 1 } })
  if (!part)
    throw problem({
      status: 400,
      code: 'file-missing',
      title: { sv: 'Det finns ingen fil i begäran.', en: 'There is no file in the request.' },
    })
  const bytes = await part.toBuffer()
  return { bytes, name: part.filename || 'fil' }
}

/** Thrown to undo a trial. */
const undo = Symbol('undo')

const worded = (outcome: ImportOutcome, language: Language) => ({
  ...outcome,
  errors: outcome.errors.map(({ row, field, message }) => ({ row, field, message: say(message, language) })),
})

/** Runs an import in one transaction; a trial, and one with errors, is undone. */
export async function runImport(
  services: Services,
  request: FastifyRequest,
  trial: boolean,
  work: (gate: Gate) => Promise<ImportOutcome>,
): Promise<ImportOutcome> {
  const { actor } = signedIn(request)
  let outcome: ImportOutcome | undefined
  try {
    await services.store.write(actor, { request: request.requestId }, async (tx) => {
      outcome = await work({
        tx,
        catalogue: services.catalogue,
        today: dayIn(services.clock.now()),
        change: { request: request.requestId },
        effects: services.effects,
      })
      if (trial || outcome.errors.length) throw undo
    })
    services.identity.forget()
  } catch (error) {
    if (error !== undo)
      throw isFormatError(error)
        ? problem({ status: 400, code: error.code, title: error.text, ...(error.at ? { more: { at: error.at } } : {}) })
        : error
  }
  if (!outcome) throw new Error('an import gave no outcome')
  return outcome
}

/** Refuses those who may neither add to the register nor change it, before the work of reading a file is done for them. */
function mayImport(actor: Actor, register: Register): void {
  const may = (action: 'create' | 'update') => {
    const scopes = scopesFor(register.access, action)
    return actor.roles.some((role) => role === 'system' || role in scopes)
  }
  if (may('create') || may('update')) return
  throw forbidden({
    sv: `Din roll får inte läsa in något i registret ${say(register.label.many, 'sv').toLowerCase()}.`,
    en: `Your role may not import into the register ${say(register.label.many, 'en').toLowerCase()}.`,
  })
}

async function answer(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  register: Register,
  work: (gate: Gate, file: { bytes: Uint8Array; name: string }) => Promise<ImportOutcome>,
) {
  mayWrite(request)
  refusePast(request)
  mayImport(signedIn(request).actor, register)
  const trial = one(request, 'dryRun') === 'true'
  const file = await fileIn(request)
  const language = languageOf(request)
  const outcome = await runImport(services, request, trial, (gate) => work(gate, file))
  if (!trial && outcome.errors.length) {
    throw problem({
      status: 422,
      code: 'rows',
      title: {
        sv: `${new Set(outcome.errors.map(({ row }) => row)).size} av ${outcome.rows} rader behöver rättas. Inget har sparats.`,
        en: `${new Set(outcome.errors.map(({ row }) => row)).size} of ${outcome.rows} rows need to be corrected. Nothing has been saved.`,
      },
      more: { ...worded(outcome, language), errors: undefined, rowErrors: worded(outcome, language).errors },
    })
  }
  return reply.send(worded(outcome, language))
}

/** Import of a file into one register, with a trial that shows what it would do. Requirements also come as whole sources, in the forms law is spread in. */
export function importRoutes(app: FastifyInstance, services: Services, register: Register, path: string, tags: string[]): void {
  const forms = register.name === 'requirement' ? 'XLSX, CSV, OSCAL, CISO Assistant or the form of Värna' : 'XLSX or CSV'
  const schema = {
    tags,
    summary: `Import ${register.plural} from ${forms}`,
    consumes: ['multipart/form-data'],
    querystring: { type: 'object', properties: { dryRun: { type: 'boolean' } } },
  }
  app.post(`${path}/import`, { schema, bodyLimit: largestFile + 1_000_000 }, (request, reply) =>
    answer(services, request, reply, register, async (gate, { bytes, name }) => {
      const reason = `Import av ${name.slice(0, 200).toWellFormed()}`
      if (register.name === 'requirement') return importRequirements(gate, bytes, name, reason)
      return importRows(gate, register, rowsOf(register, await readSheet(bytes, name)), reason)
    }),
  )
}
