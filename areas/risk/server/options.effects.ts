import { sql } from 'kysely'
import { differs, followsFrom, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import { invalid } from '#kernel/problems/problem.ts'
import type { RiskMethodContent } from '../risk-method.content.ts'
import { scaleFaults } from '../scale.rules.ts'
import { type JudgedOption, optionComesTo } from '../valuation.ts'
import { followRisks } from './follow.ts'
import { heldMethod } from './methods.ts'

type Row = JudgedOption & { readonly id: string; readonly version: number }

/** What options would make of their risks, by the method in force. */
async function valued(gate: Gate, method: RiskMethodContent | null, ids: readonly string[], reason: string): Promise<Command[]> {
  const rows = await gate.tx.rows<Row>(
    sql`select id, version, consequence, likelihood, value, level, revalue from risk_option where id = any (${[...ids]}::uuid[]) and withdrawn_at is null order by id for no key update`,
  )
  const register = gate.catalogue.register('riskOption')
  return rows.flatMap(({ id, version, ...option }): Command[] => {
    const calculated = optionComesTo(method, option)
    const isSame = calculated.value === option.value && calculated.level === option.level && calculated.revalue === option.revalue
    return isSame ? [] : [{ do: 'update', register, id, version, values: {}, calculated, reason }]
  })
}

const judged = ['consequence', 'likelihood'] as const

/** An option that was to be judged again has been, or is no longer there: its risk may wait for it no more. */
const isSettled = (change: Changed): boolean => change.before?.revalue === true && (isWithdrawn(change) || change.after.revalue !== true)

/** Keeps the value and level of treatment options in step with the method, and refuses what is not on its scales. */
export const riskOptionsFollow: Effect = {
  on: ['riskOption'],
  follow: async (gate, changed) => {
    const reason = followsFrom(changed)
    const settled = changed.filter(isSettled).map(({ after }) => [String(after.risk), {}] as const)
    const risks = settled.length ? await followRisks(gate, new Map(settled), reason) : { commands: [] }
    const given = changed.filter((change) => !isWithdrawn(change) && differs(change, judged))
    if (!given.length) return risks
    const method = (await heldMethod(gate.tx))?.content ?? null
    const faults = given.flatMap((change): CommandFault[] => {
      const errors = scaleFaults(
        method,
        change.after,
        judged.filter((field) => differs(change, [field])),
      )
      return errors.length ? [{ index: change.index, problem: invalid(errors).problem }] : []
    })
    if (faults.length) return { faults }
    const options = await valued(
      gate,
      method,
      given.map(({ written }) => written.id),
      reason,
    )
    return { ...risks, commands: [...risks.commands, ...options] }
  },
}
