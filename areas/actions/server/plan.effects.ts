import { sql } from 'kysely'
import { differs, followsFrom, idsIn, isNew, isOf, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import type { Text } from '#kernel/language/text.ts'
import { invalid } from '#kernel/problems/problem.ts'
import { named, titlesFor } from './seen.ts'

const decidedNow = (change: Changed): boolean =>
  isOf('actionPlan')(change) && change.written.did === 'move' && change.before?.state === 'proposed' && change.after.state === 'decided'

interface Proposed {
  readonly id: string
  readonly version: number
  readonly plan: string
  readonly reference: string
  readonly owner: string | null
  readonly due: string | null
}

/** What an action lacks before it can be decided. */
function lacks({ owner, due }: Proposed): Text | null {
  if (!owner && !due) return { sv: 'saknar ansvarig och slutdatum', en: 'lacks a person responsible and a due day' }
  if (!owner) return { sv: 'saknar ansvarig', en: 'lacks a person responsible' }
  return due ? null : { sv: 'saknar slutdatum', en: 'lacks a due day' }
}

/** How many actions a refusal names before it counts the rest. */
const mostNamed = 20

function refused(incomplete: readonly Proposed[], titles: ReadonlyMap<string, string>): Text {
  const rest = incomplete.length - mostNamed
  const list = (language: 'sv' | 'en') =>
    incomplete.slice(0, mostNamed).map((action) => `${named(action.reference, titles.get(action.id))} ${lacks(action)?.[language] ?? ''}.`)
  return {
    sv: ['Planen kan inte beslutas än.', ...list('sv'), ...(rest > 0 ? [`Likaså ${rest} åtgärder till.`] : [])].join(' '),
    en: ['The plan cannot be decided yet.', ...list('en'), ...(rest > 0 ? [`So do ${rest} more actions.`] : [])].join(' '),
  }
}

/** A decided plan decides the actions proposed in it, all of them or none. */
export const planDecides: Effect = {
  on: ['actionPlan'],
  follow: async (gate, changed) => {
    const plans = changed.filter(decidedNow)
    if (!plans.length) return {}
    const rows = await gate.tx.rows<Proposed>(sql`
      select id, version, plan, reference, owner, due from action where plan = any (${plans.map(({ written }) => written.id)}::uuid[])
        and withdrawn_at is null and state = 'proposed' order by id for no key update`)
    const incomplete = rows.filter((row) => lacks(row) !== null)
    if (incomplete.length) {
      const titles = await titlesFor(
        gate,
        incomplete.map(({ id }) => id),
      )
      const faults = plans.flatMap(({ index, written }): CommandFault[] => {
        const mine = incomplete.filter(({ plan }) => plan === written.id)
        return mine.length
          ? [{ index, problem: invalid([{ field: 'actions', code: 'action-incomplete', message: refused(mine, titles) }]).problem }]
          : []
      })
      return { faults }
    }
    const register = gate.catalogue.register('action')
    const reason = followsFrom(plans)
    return { commands: rows.map(({ id, version }): Command => ({ do: 'move', register, id, version, move: 'decide', reason })) }
  },
}

/** The plans whose sums a change bears on. */
function bearsOn(change: Changed): string[] {
  if (isOf('actionPlan')(change)) return isNew(change) || decidedNow(change) ? [change.written.id] : []
  const { before, after } = change
  const counts = isNew(change) || isWithdrawn(change) || differs(change, ['plan', 'state', 'costEstimated', 'costActual'])
  return counts ? [...idsIn(before?.plan), ...idsIn(after.plan)] : []
}

interface Sums {
  readonly id: string
  readonly version: number
  readonly was: Readonly<Record<string, unknown>>
  readonly is: { readonly actions: number; readonly actionsDone: number; readonly costEstimated: number; readonly costActual: number }
}

/** What the actions of plans come to; those that have been dropped are no longer part of it, but what they have cost is. */
const sumsOf = (gate: Gate, ids: readonly string[]) =>
  gate.tx.rows<Sums>(sql`
    with sums as (
      select a.plan, count(*) filter (where a.state <> 'dropped') as actions, count(*) filter (where a.state in ('done', 'effectChecked')) as done,
          coalesce(sum(a.cost_estimated) filter (where a.state <> 'dropped'), 0) as estimated, coalesce(sum(a.cost_actual), 0) as actual
        from action a where a.plan = any (${[...ids]}::uuid[]) and a.withdrawn_at is null group by a.plan
    ) select p.id, p.version,
        jsonb_build_object('actions', p.actions, 'actionsDone', p.actions_done, 'costEstimated', p.cost_estimated, 'costActual', p.cost_actual) as was,
        jsonb_build_object('actions', coalesce(s.actions, 0), 'actionsDone', coalesce(s.done, 0),
          'costEstimated', coalesce(s.estimated, 0), 'costActual', coalesce(s.actual, 0)) as is
      from action_plan p left join sums s on s.plan = p.id where p.id = any (${[...ids]}::uuid[]) and p.withdrawn_at is null order by p.id`)

/** Keeps in step what the actions of a plan come to, and notes the day it was decided. */
export const planSumsFollow: Effect = {
  on: ['actionPlan', 'action'],
  follow: async (gate, changed) => {
    const ids = [...new Set(changed.flatMap(bearsOn))]
    if (!ids.length) return {}
    // Two who finish an action of the same plan at once wait for each other before it is read what the actions come to.
    await gate.tx.rows<object>(sql`select id from action_plan where id = any (${ids}::uuid[]) order by id for no key update`)
    const decided = new Set(changed.filter(decidedNow).map(({ written }) => written.id))
    const register = gate.catalogue.register('actionPlan')
    const reason = followsFrom(changed)
    const commands = (await sumsOf(gate, ids)).flatMap(({ id, version, was, is }): Command[] => {
      const same = Object.entries(is).every(([name, value]) => was[name] === value)
      if (same && !decided.has(id)) return []
      const calculated = { ...is, ...(decided.has(id) ? { decidedOn: gate.today } : {}) }
      return [{ do: 'update', register, id, version, values: {}, calculated, reason }]
    })
    return { commands }
  },
}
