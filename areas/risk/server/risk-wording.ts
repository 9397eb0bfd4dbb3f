import { sql } from 'kysely'
import type { CellReader, Wording } from '#kernel/exchange/importer.ts'
import { consequenceLadder, likelihoodLadder } from '../../scales/risk.ts'
import { type RiskMethodContent, riskMethodContent } from '../risk-method.content.ts'
import { levelCalled } from '../risk-method.words.ts'
import { axisOf, type JudgedField, levelsInWords } from '../scale.rules.ts'

const ladders = { consequence: consequenceLadder, likelihood: likelihoodLadder }

/** Reads the levels of risks by the names and numbers the method gives them; what is not on its scale is a fault that names those that are. */
export const readerBy =
  (method: RiskMethodContent): CellReader =>
  (field, text) => {
    if (!Object.hasOwn(axisOf, field)) return null
    const name = axisOf[field as JudgedField]
    const axis = method[name]
    const level = levelCalled(axis, ladders[name], text)
    if (level !== null) return { value: level }
    const names = levelsInWords(method, name)
    return {
      fault: {
        sv: `”${text.slice(0, 60)}” finns inte på metodens skala. Skriv något av: ${names.sv}.`,
        en: `“${text.slice(0, 60)}” is not on the scale of the method. Write one of: ${names.en}.`,
      },
    }
  }

/** A list of risks from elsewhere is understood by the method in force. */
export const riskWording: Wording = {
  register: 'risk',
  readerFor: async ({ tx }) => {
    const [row] = await tx.rows<{ content: unknown }>(
      sql`select content from risk_method where state = 'inForce' and withdrawn_at is null order by valid_from desc nulls last limit 1`,
    )
    const method = riskMethodContent.safeParse(row?.content)
    return method.success ? readerBy(method.data) : () => null
  },
}
