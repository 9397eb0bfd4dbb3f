import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Gate } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { asConsequences } from '../../scales/harm.ts'
import { readShippedHarm } from '../../scales/server/shipped-harm.ts'
import { type RiskMethodContent, riskMethodContent } from '../risk-method.content.ts'

const words = z.string().min(1)
const methodFile = z.strictObject({
  name: words,
  description: words,
  content: riskMethodContent.omit({ categories: true, consequence: true, criteria: true, mapping: true }),
})

export interface ShippedMethod {
  readonly name: string
  readonly description: string
  readonly content: RiskMethodContent
}

/** The risk method that the product proposes. Its consequences are those of the classification model it proposes; each level weighs what its place on the axis is. */
export async function readShippedMethod(): Promise<ShippedMethod> {
  const file = new URL('../data/method.json', import.meta.url)
  const { name, description, content } = methodFile.parse(JSON.parse(await readFile(file, 'utf8')))
  const { levels, categories, criteria } = asConsequences(await readShippedHarm())
  return {
    name,
    description,
    content: {
      ...content,
      categories,
      criteria: [...criteria],
      consequence: levels.map((level, index) => ({ ...level, weight: index + 1 })),
      mapping: { consequence: [], likelihood: [] },
    },
  }
}

/** Proposes, as a draft, the risk method that comes with the product, where there is none. */
export async function bringShippedMethod(gate: Gate, reason: string): Promise<'created' | 'there'> {
  const [there] = await gate.tx.rows<object>(sql`select from risk_method limit 1`)
  if (there) return 'there'
  await carryOut(gate, [
    { do: 'create', register: gate.catalogue.register('riskMethod'), values: { ...(await readShippedMethod()) }, reason },
  ])
  return 'created'
}
