import { sql } from 'kysely'
import { differs, followsFrom, idsIn, isOf } from '#kernel/gate/changes.ts'
import type { Command, CommandFault } from '#kernel/gate/command.ts'
import { cyclesRefusedIn } from '#kernel/gate/cycles.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import { invalid } from '#kernel/problems/problem.ts'
import { checkDay } from '../effect-check.rules.ts'
import { named, titlesFor } from './seen.ts'

/** Refuses actions that wait for themselves, directly or through others. */
export const actionCyclesRefused = cyclesRefusedIn('action', 'dependsOn', {
  itself: { sv: 'En åtgärd kan inte vänta på sig själv.', en: 'An action cannot wait for itself.' },
  another: { sv: 'en annan åtgärd', en: 'another action' },
})

const isDone = (state: unknown): boolean => state === 'done' || state === 'effectChecked'

/** The work is said to have begun, or to be done without having been said to begin. */
const begins = ({ before, after, written }: Changed): boolean =>
  written.did === 'move' && before?.state === 'decided' && (after.state === 'ongoing' || after.state === 'done')

interface Waited {
  readonly id: string
  readonly reference: string
  readonly due: string | null
}

/** An action does not begin before those it depends on are done; one that has been dropped no longer hinders it. */
export const dependenciesHold: Effect = {
  on: ['action'],
  follow: async (gate, changed) => {
    const beginning = changed.filter((change) => isOf('action')(change) && begins(change) && idsIn(change.after.dependsOn).length > 0)
    if (!beginning.length) return {}
    const ids = [...new Set(beginning.flatMap(({ after }) => idsIn(after.dependsOn)))]
    const rows = await gate.tx.rows<Waited>(sql`
      select id, reference, due from action where id = any (${ids}::uuid[]) and withdrawn_at is null and state in ('proposed', 'decided', 'ongoing') order by due, reference`)
    if (!rows.length) return {}
    const titles = await titlesFor(
      gate,
      rows.map(({ id }) => id),
    )
    const faults = beginning.flatMap(({ index, after }): CommandFault[] => {
      const mine = new Set(idsIn(after.dependsOn))
      const left = rows.filter(({ id }) => mine.has(id))
      if (!left.length) return []
      const list = (day: (due: string) => string) =>
        left.map(({ id, reference, due }) => `${named(reference, titles.get(id))}${due ? `, ${day(due)}` : ''}`).join('; ')
      const message = {
        sv: `Åtgärden kan börja först när detta är klart: ${list((due) => `klar senast ${due}`)}.`,
        en: `The action can start only when this is done: ${list((due) => `due ${due}`)}.`,
      }
      return [{ index, problem: invalid([{ field: 'dependsOn', code: 'waits-for', message }]).problem }]
    })
    return { faults }
  },
}

/** Notes the day an action was done, and by when its effect is to be checked; both are taken back when the action is taken up again. */
export const actionDatesFollow: Effect = {
  on: ['action'],
  follow: async (gate, changed) => {
    const turned = changed.filter(
      (change) =>
        isOf('action')(change) &&
        change.written.did === 'move' &&
        differs(change, ['state']) &&
        isDone(change.before?.state) !== isDone(change.after.state),
    )
    if (!turned.length) return {}
    const ids = turned.map(({ written }) => written.id)
    const rows = await gate.tx.rows<{ id: string; version: number; state: string; priority: number | null }>(sql`
      select id, version, state, priority from action where id = any (${ids}::uuid[]) and withdrawn_at is null order by id`)
    const register = gate.catalogue.register('action')
    const reason = followsFrom(turned)
    const commands = rows.map(({ id, version, state, priority }): Command => {
      const doneOn = isDone(state) ? gate.today : null
      const calculated = { doneOn, checkBy: doneOn ? checkDay(doneOn, priority) : null }
      return { do: 'update', register, id, version, values: {}, calculated, reason }
    })
    return { commands }
  },
}
