import { sql } from 'kysely'
import { differs, followsFrom, idsIn, isNew, isOf, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { aspects, type Need } from '../../scales/needs.ts'
import { sameNeed } from '../inheritance.ts'
import { asInherited, type CarrierNeed, fieldFor, needIn, needsBelow } from './needs.ts'

const setByHand = aspects.map((aspect) => fieldFor('set', aspect))

/** Where a recalculation begins after a change: the systems and suppliers whose need may no longer be what it is stored as. */
function startOf(change: Changed): string[] {
  const { before, after, written } = change
  const through = (...names: string[]) => names.flatMap((name) => [...idsIn(before?.[name]), ...idsIn(after[name])])
  switch (written.register.name) {
    case 'informationAsset':
      return isWithdrawn(change) || differs(change, [...aspects, 'systems']) ? through('systems') : []
    case 'system':
      return isNew(change) || isWithdrawn(change) || differs(change, ['dependsOn', 'suppliers', ...setByHand])
        ? [written.id, ...through('dependsOn', 'suppliers')]
        : []
    case 'supplier':
      return isNew(change) || differs(change, setByHand) ? [written.id] : []
    default:
      return []
  }
}

/**
 * Lets one recalculation wait for another to be done, so that two who change different information in the same system at once both
 * count. Nothing else waits: reading and all other writing go on.
 */
const oneAtATime = (tx: Transaction) =>
  tx.rows<object>(sql`select pg_advisory_xact_lock(hashtextextended('varna needs ' || current_schema(), 0))`)

/** Takes hold of the carriers that are to be written, so that somebody who is changing one of them in another way is waited for and not overtaken. */
async function held(tx: Transaction, carriers: readonly CarrierNeed[]): Promise<Map<string, number>> {
  const versions = new Map<string, number>()
  for (const kind of ['system', 'supplier'] as const) {
    const ids = carriers.filter((carrier) => carrier.kind === kind).map(({ id }) => id)
    if (!ids.length) continue
    const rows = await tx.rows<{ id: string; version: number }>(
      sql`select id, version from ${sql.raw(kind)} where id = any (${ids}::uuid[]) order by id for no key update`,
    )
    for (const { id, version } of rows) versions.set(id, version)
  }
  return versions
}

/** Processes need what the information they use needs; their need is the highest of it. */
async function processes(gate: Gate, changed: readonly Changed[]): Promise<Command[]> {
  const assets = changed.filter((change) => isOf('informationAsset')(change) && (isWithdrawn(change) || differs(change, aspects)))
  const own = changed.filter((change) => isOf('activity')(change) && differs(change, ['uses']))
  if (!assets.length && !own.length) return []
  const rows = await gate.tx.rows<{ id: string; version: number; stored: Need; need: Need }>(sql`
    select p.id, p.version, to_jsonb(p) as stored, n.need from activity p cross join lateral (
        select jsonb_build_object(${sql.raw(aspects.map((aspect) => `'${aspect}', max(a.${aspect})`).join(', '))}) as need
          from information_asset a where a.id = any (p.uses) and a.withdrawn_at is null) n
      where p.withdrawn_at is null and (p.id = any (${own.map(({ written }) => written.id)}::uuid[])
        or p.id in (select l.from_id from links_to('activity', 'uses', ${assets.map(({ written }) => written.id)}::uuid[]) l))`)
  const register = gate.catalogue.register('activity')
  const reason = followsFrom([...assets, ...own])
  return rows.flatMap(({ id, version, stored, need }) =>
    sameNeed(needIn({ ...stored }), need) ? [] : [{ do: 'update', register, id, version, values: {}, calculated: { ...need }, reason }],
  )
}

/**
 * The need of information flows to the systems it is held in, on to the systems and suppliers they depend on, and to the
 * processes that use it. Everything downstream is recalculated in one pass, and only what differs is written.
 */
export const needsFollow: Effect = {
  on: ['informationAsset', 'system', 'supplier', 'activity'],
  follow: async (gate, changed) => {
    const concerned = changed.filter((change) => startOf(change).length)
    const start = [...new Set(concerned.flatMap(startOf))]
    if (start.length) await oneAtATime(gate.tx)
    const found = await needsBelow(gate.tx, start)
    // One whose values were set by hand holds something else already, though it inherits what it did.
    const byHand = new Set(
      changed.flatMap((change) => (!isNew(change) && differs(change, setByHand) && differs(change, aspects) ? [change.written.id] : [])),
    )
    const reason = followsFrom(concerned)
    const moves = (carrier: CarrierNeed) => byHand.has(carrier.id) || !sameNeed(carrier.stored.holding, carrier.holding)
    const different = [...found.values()].filter((carrier) => moves(carrier) || !sameNeed(carrier.stored.inherited, carrier.inherited))
    const versions = await held(gate.tx, different)
    const commands: Command[] = []
    for (const carrier of different) {
      const { id, kind, inherited } = carrier
      const moved = moves(carrier)
      const version = versions.get(id) ?? carrier.version
      const calculated = { ...asInherited(inherited), ...(moved ? { needChangedOn: gate.today } : {}) }
      commands.push({ do: 'update', register: gate.catalogue.register(kind), id, version, values: {}, calculated, reason })
    }
    commands.sort((one, other) => one.register.name.localeCompare(other.register.name))
    return { commands: [...commands, ...(await processes(gate, changed))] }
  },
}
