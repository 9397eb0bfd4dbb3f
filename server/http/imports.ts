import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { scopesFor } from '#kernel/access/access.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { writableFields } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { Columns } from '#kernel/exchange/columns.ts'
import type { ImportOutcome } from '#kernel/exchange/import.ts'
import { isFormatError } from '#kernel/exchange/spreadsheet.ts'
import type { Gate } from '#kernel/gate/command.ts'
import { type Language, say } from '#kernel/language/text.ts'
import { forbidden, invalid, problem } from '#kernel/problems/problem.ts'
import type { Actor } from '#kernel/store/context.ts'
import { bringIn, contentsOf, type GivenFile } from '../importing.ts'
import type { Services } from '../services.ts'
import { languageOf, mayWrite, one, refusePast, signedIn } from './requests.ts'

/** The largest file that is received, in bytes. */
export const largestFile = 25 * 1024 * 1024

const fileMissing = () =>
  problem({
    status: 400,
    code: 'file-missing',
    title: { sv: 'Det finns ingen fil i begäran.', en: 'There is no file in the request.' },
  })

/** The file of a request. */
export async function fileIn(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const part = await request.file({ limits: { fileSize: largestFile, files: 1 } })
  if (!part) throw fileMissing()
  const bytes = await part.toBuffer()
  return { bytes, name: part.filename || 'fil' }
}

const mapping = z.record(z.string().max(500), z.string().max(60).nullable())

/** What each column of the file is said to be, where the request says it: the part `columns`, JSON. */
function columnsIn(given: string | undefined): Columns | undefined {
  if (given === undefined || given === '') return undefined
  try {
    return mapping.parse(JSON.parse(given))
  } catch {
    const message = {
      sv: 'Ange kolumnerna som ett JSON-objekt: rubrik → fält, eller null för den som inte ska med.',
      en: 'Give the columns as a JSON object: heading → field, or null for one that is left out.',
    }
    throw invalid([{ field: 'columns', code: 'columns', message }])
  }
}

const values = z.record(z.string().max(60), z.union([z.string().max(500), z.array(z.string().max(60)).max(50), z.number(), z.boolean()]))

/** What new records get where the file does not say it, where the request says it: the part `given`, JSON. */
function givenIn(register: Register, text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined || text === '') return {}
  const message = {
    sv: 'Ange värdena som ett JSON-objekt: fält → värde, i fält som går att skriva i.',
    en: 'Give the values as a JSON object: field → value, in fields that can be written.',
  }
  try {
    const given = values.parse(JSON.parse(text))
    const writable = writableFields(register)
    if (Object.keys(given).every((name) => writable.includes(name))) return given
  } catch {
    // Told below, like a field there is none of.
  }
  throw invalid([{ field: 'given', code: 'given', message }])
}

interface Parts {
  readonly file: GivenFile
  readonly columns: Columns | undefined
  readonly given: Readonly<Record<string, unknown>>
}

/** The file of a request, what is said of its columns, and what every new record gets; the parts may come in any order. */
async function partsIn(request: FastifyRequest, register: Register): Promise<Parts> {
  let file: GivenFile | undefined
  let columns: string | undefined
  let given: string | undefined
  for await (const part of request.parts({ limits: { fileSize: largestFile, files: 1, fieldSize: 200_000, fields: 10 } })) {
    if (part.type === 'file') file = { bytes: await part.toBuffer(), name: part.filename || 'fil' }
    else if (part.fieldname === 'columns') columns = String(part.value)
    else if (part.fieldname === 'given') given = String(part.value)
  }
  if (!file) throw fileMissing()
  return { file, columns: columnsIn(columns), given: givenIn(register, given) }
}

/** Says faults of the file itself as faults of the request. */
const asProblem = (error: unknown): unknown =>
  isFormatError(error)
    ? problem({ status: 400, code: error.code, title: error.text, ...(error.at ? { more: { at: error.at } } : {}) })
    : error

/** Thrown to undo a trial. */
const undo = Symbol('undo')

const worded = (outcome: ImportOutcome, language: Language) => ({
  ...outcome,
  errors: outcome.errors.map(({ row, field, message }) => ({ row, field, message: say(message, language) })),
  changes: outcome.changes.map(({ note, ...change }) => ({ ...change, ...(note ? { note: say(note, language) } : {}) })),
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
    if (error !== undo) throw asProblem(error)
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

async function answer(services: Services, request: FastifyRequest, reply: FastifyReply, register: Register) {
  mayWrite(request)
  refusePast(request)
  mayImport(signedIn(request).actor, register)
  const trial = one(request, 'dryRun') === 'true'
  const { file, columns, given } = await partsIn(request, register)
  const language = languageOf(request)
  const outcome = await runImport(services, request, trial, (gate) => bringIn(gate, register, file, columns, given))
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
    description:
      'Parts: "file", and where the headings are not the register\'s own "columns", a JSON object: heading → field, or null for a column that is left out; "given", a JSON object of what new records get where the file does not say it.',
    consumes: ['multipart/form-data'],
    querystring: { type: 'object', properties: { dryRun: { type: 'boolean' } } },
  }
  const bodyLimit = largestFile + 1_000_000
  app.post(`${path}/import`, { schema, bodyLimit }, (request, reply) => answer(services, request, reply, register))
  app.post(
    `${path}/import/columns`,
    {
      schema: {
        tags,
        summary: `The columns of a file of ${register.plural}, with a guess at what each is`,
        description: 'Nothing is stored. The import takes the answer, as corrected, in the part "columns": heading → target, or null.',
        consumes: ['multipart/form-data'],
      },
      bodyLimit,
    },
    async (request) => {
      mayWrite(request)
      mayImport(signedIn(request).actor, register)
      try {
        return await contentsOf(register, await fileIn(request))
      } catch (error) {
        throw asProblem(error)
      }
    },
  )
}
