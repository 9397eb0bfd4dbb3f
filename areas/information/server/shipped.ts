import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { type ImportOutcome, importRows } from '#kernel/exchange/import.ts'
import type { Gate } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { readShippedHarm } from '../../scales/server/shipped-harm.ts'
import { modelContent } from '../classification-model.content.ts'

const folder = new URL('../data/', import.meta.url)
const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, folder), 'utf8'))

const words = z.string().min(1)
const required = modelContent.shape.measures.element.omit({ measure: true }).shape

/** The security measures that come with the product, the requirements they answer to, and from which level each is required. */
const measureFile = z.array(
  z.strictObject({
    key: words,
    name: words,
    description: words,
    evidence: words,
    requirements: z.array(words),
    ...required,
  }),
)
export type ShippedMeasure = z.infer<typeof measureFile>[number]

const threatFile = z.array(
  z.strictObject({
    key: words,
    name: words,
    cause: words,
    event: words,
    effect: words,
    confidentiality: z.boolean(),
    integrity: z.boolean(),
    availability: z.boolean(),
  }),
)
export type ShippedThreat = z.infer<typeof threatFile>[number]

const modelFile = z.strictObject({
  name: words,
  description: words,
  content: modelContent
    .omit({ measures: true, categories: true, criteria: true })
    .extend({ levels: z.array(modelContent.shape.levels.element.omit({ name: true, meaning: true })) }),
})
export interface ShippedModel {
  readonly name: string
  readonly description: string
  readonly content: z.infer<typeof modelContent>
}

export const readShippedMeasures = async (): Promise<ShippedMeasure[]> => measureFile.parse(await read('measures.json'))
export const readShippedThreats = async (): Promise<ShippedThreat[]> => threatFile.parse(await read('threats.json'))

/** The classification model that the product proposes, with the levels and criteria of harm it shares with the risk method, and all security measures. */
export async function readShippedModel(): Promise<ShippedModel> {
  const { name, description, content } = modelFile.parse(await read('model.json'))
  const harm = await readShippedHarm()
  const known = new Set(content.aspects.map(({ key }) => key))
  const measures = (await readShippedMeasures()).map(({ key, from, when }) => ({
    measure: key,
    from: Object.fromEntries(Object.entries(from).filter(([aspect]) => known.has(aspect))),
    ...(when ? { when } : {}),
  }))
  const { categories, criteria } = harm
  const levels = content.levels.flatMap((level) => {
    const found = harm.levels.find((each) => each.level === level.level)
    return found ? [{ ...found, ...level }] : []
  })
  return { name, description, content: { ...content, levels, categories, criteria: [...criteria], measures } }
}

/** What the bringing in of the shipped data did, by kind. */
export interface ShippedOutcome {
  readonly measures: ImportOutcome
  readonly threats: ImportOutcome
  readonly model: 'created' | 'there'
}

/**
 * Brings in the security measures, the threats and, as a draft, the classification model that come with the product. Measures and
 * threats are recognised by their keys; a model is proposed only where there is none. Carried out again it changes nothing.
 * The requirements are brought in before, since the measures lead to them.
 */
export async function bringShipped(gate: Gate, reason: string): Promise<ShippedOutcome> {
  const { register } = gate.catalogue
  const rows = <Row extends { readonly key: string }>(all: readonly Row[]) =>
    all.map((values, index) => ({ row: index + 1, key: values.key, values }))
  const measures = await importRows(
    gate,
    register('securityMeasure'),
    rows((await readShippedMeasures()).map(({ from: _from, when: _when, ...measure }) => measure)),
    reason,
  )
  const threats = await importRows(gate, register('threat'), rows(await readShippedThreats()), reason)
  const [there] = await gate.tx.rows<{ id: string }>(sql`select id from classification_model limit 1`)
  if (there) return { measures, threats, model: 'there' }
  const { name, description, content } = await readShippedModel()
  await carryOut(gate, [{ do: 'create', register: register('classificationModel'), values: { name, description, content }, reason }])
  return { measures, threats, model: 'created' }
}
