import { sql } from 'kysely'
import { differs, followsFrom, isWithdrawn } from '#kernel/gate/changes.ts'
import type { CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Effect } from '#kernel/gate/effect.ts'
import { invalid } from '#kernel/problems/problem.ts'
import { levelBy, valueBy } from '../risk-method.rules.ts'
import { methodInForce } from './methods.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly value: number | null
  readonly level: number | null
}

/** What an option would make of its risk, by the method in force. */
export async function optionsFollow(gate: Gate, ids: readonly string[], reason: string) {
  const method = (await methodInForce(gate.tx))?.content ?? null
  const rows = await gate.tx.rows<Row>(
    sql`select id, version, consequence, likelihood, value, level from risk_option where id = any (${[...ids]}::uuid[]) and withdrawn_at is null order by id for no key update`,
  )
  const register = gate.catalogue.register('riskOption')
  return rows.flatMap(({ id, version, consequence, likelihood, ...row }) => {
    const value = method ? valueBy(method, consequence, likelihood) : null
    const level = method ? levelBy(method, consequence, likelihood) : null
    const isSame = value === row.value && level === row.level
    return isSame ? [] : [{ do: 'update' as const, register, id, version, values: {}, calculated: { value, level }, reason }]
  })
}

/** Keeps the value and level of treatment options in step with the method, and refuses what is not on its scales. */
export const riskOptionsFollow: Effect = {
  on: ['riskOption'],
  follow: async (gate, changed) => {
    const given = changed.filter((change) => !isWithdrawn(change) && differs(change, ['consequence', 'likelihood']))
    if (!given.length) return {}
    const method = (await methodInForce(gate.tx))?.content ?? null
    const faults = given.flatMap((change): CommandFault[] => {
      const { index, after } = change
      if (!method) return []
      const outside = (['consequence', 'likelihood'] as const).filter(
        (name) => differs(change, [name]) && typeof after[name] === 'number' && !method[name].some(({ level }) => level === after[name]),
      )
      const errors = outside.map((field) => ({
        field,
        code: 'outside-scale',
        message: {
          sv: `Värdet finns inte på riskmetodens skala. Välj något av: ${method[field].map(({ name }) => name).join(', ')}.`,
          en: `The value is not on the scale of the risk method. Choose one of: ${method[field].map(({ name }) => name).join(', ')}.`,
        },
      }))
      return errors.length ? [{ index, problem: invalid(errors).problem }] : []
    })
    if (faults.length) return { faults }
    return {
      commands: await optionsFollow(
        gate,
        given.map(({ written }) => written.id),
        followsFrom(given),
      ),
    }
  },
}
