import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import { aspects, type Need } from '../../scales/needs.ts'

/** What stands on the map, in the order the need flows: processes use information, which is held in systems, which depend on systems and suppliers. */
export const mapped = ['activity', 'informationAsset', 'system', 'supplier'] as const
export type Mapped = (typeof mapped)[number]

/** The most records a map shows around one, and when nothing is chosen. */
const most = { around: 400, overview: 150 } as const
/** How far to go up and down when nobody says otherwise: to the end of any chain an authority has. */
export const furthest = 12

interface NodeRow {
  readonly kind: Mapped
  readonly id: string
  readonly label: string
  readonly reference: string
  readonly level: number | null
  readonly need: Need
  readonly inherited: Need | null
  readonly set: Need | null
  readonly setGrounds: string | null
  readonly unit: { readonly id: string; readonly label: string } | null
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly kind: 'uses' | 'heldIn' | 'dependsOn' | 'delivers'
}

const need = (beginning = '') =>
  sql.raw(`jsonb_build_object(${aspects.map((aspect) => `'${aspect}', t.${beginning}${aspect}`).join(', ')})`)
const unit = sql.raw(`(select jsonb_build_object('id', u.id, 'label', u.name) from unit u where u.id = t.unit)`)
const facts = (kind: Mapped, carries: boolean) =>
  sql`${kind}::text as kind, t.id, t.name as label, t.reference, t.level, ${need()} as need, ${carries ? need('inherited_') : sql`null::jsonb`} as inherited,
    ${carries ? need('set_') : sql`null::jsonb`} as set, ${carries ? sql`t.set_grounds` : sql`null::text`} as "setGrounds", ${unit} as unit`

/** The records with these identities that the actor may see, of every kind on the map. */
const nodesOf = (tx: Transaction, ids: readonly string[]) =>
  tx.rows<NodeRow>(sql`
    select ${facts('activity', false)} from activity t where t.id = any (${[...ids]}::uuid[]) and t.withdrawn_at is null
    union all select ${facts('informationAsset', false)} from information_asset t where t.id = any (${[...ids]}::uuid[]) and t.withdrawn_at is null
    union all select ${facts('system', true)} from system t where t.id = any (${[...ids]}::uuid[]) and t.withdrawn_at is null
    union all select ${facts('supplier', true)} from supplier t where t.id = any (${[...ids]}::uuid[]) and t.withdrawn_at is null`)

/** Every connection that begins in one of the records. */
const onward = (ids: RawBuilder<unknown>) => sql`
    select t.id as from, to_id as to, 'uses' as kind from activity t cross join unnest(t.uses) to_id where t.id = any (${ids}) and t.withdrawn_at is null
    union all select t.id, to_id, 'heldIn' from information_asset t cross join unnest(t.systems) to_id where t.id = any (${ids}) and t.withdrawn_at is null
    union all select t.id, to_id, 'dependsOn' from system t cross join unnest(t.depends_on) to_id where t.id = any (${ids}) and t.withdrawn_at is null
    union all select t.id, to_id, 'delivers' from system t cross join unnest(t.suppliers) to_id where t.id = any (${ids}) and t.withdrawn_at is null`

/** Every connection that ends in one of the records, begun by one the actor may see. */
const towards = (ids: RawBuilder<unknown>) => {
  const from = (table: string, register: string, field: string, kind: string) =>
    sql`select t.id as from, l.to_id as to, ${kind}::text as kind from links_to(${register}, ${field}, ${ids}) l
      join ${sql.raw(table)} t on t.id = l.from_id where t.withdrawn_at is null`
  return sql`${from('activity', 'activity', 'uses', 'uses')} union all ${from('information_asset', 'informationAsset', 'systems', 'heldIn')}
    union all ${from('system', 'system', 'dependsOn', 'dependsOn')} union all ${from('system', 'system', 'suppliers', 'delivers')}`
}

const asArray = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`

/** Goes from a record step by step, one statement a step, until nothing is new or there is no more room. */
async function reach(tx: Transaction, start: readonly string[], steps: number, way: typeof onward, room: number) {
  const found = new Set(start)
  let edge = [...start]
  let left = 0
  for (let step = 0; step < steps && edge.length; step += 1) {
    const rows = await tx.rows<Edge>(sql`select distinct * from (${way(asArray(edge))}) e order by 1, 2`)
    const next = [...new Set(rows.map(({ from, to }) => (way === onward ? to : from)))].filter((id) => !found.has(id))
    const taken = next.slice(0, Math.max(0, room - found.size))
    left += next.length - taken.length
    for (const id of taken) found.add(id)
    edge = taken
  }
  return { found, left }
}

/** The systems with the greatest need, and of those the ones that carry most, with what stands beside them. */
const greatest = (tx: Transaction) =>
  tx.rows<{ id: string }>(sql`
    with high as (select id, level from system where withdrawn_at is null order by level desc nulls last, id limit ${most.overview * 4}),
    carried as (select h.id, h.level, count(l.to_id) as many from high h left join (
        select to_id from links_to('informationAsset', 'systems', array(select id from high))
        union all select to_id from links_to('system', 'dependsOn', array(select id from high))) l on l.to_id = h.id group by h.id, h.level)
    select id from carried order by level desc nulls last, many desc, id limit ${most.overview}`)

/**
 * What carries what: around a record, everything its need comes from and everything it flows to; without one, the systems with the
 * greatest need, what they carry and what they rest on. Only what the actor may see stands on the map.
 */
export async function carryingAround(
  tx: Transaction,
  registerOf: (kind: Mapped) => string,
  focus: string | null,
  asked: { readonly up: number; readonly down: number },
) {
  const ids = new Set<string>()
  let [above, below] = [0, 0]
  if (focus === null) {
    const systems = (await greatest(tx)).map(({ id }) => id)
    const carried = await reach(tx, systems, 2, towards, 2 * most.overview)
    const under = await reach(tx, systems, 1, onward, most.around - most.overview)
    for (const id of [...systems, ...carried.found, ...under.found]) ids.add(id)
    ;[above, below] = [carried.left, under.left]
  } else {
    const down = await reach(tx, [focus], asked.down, onward, most.around / 2)
    const up = await reach(tx, [focus], asked.up, towards, most.around / 2)
    for (const id of [...up.found, ...down.found]) ids.add(id)
    ;[above, below] = [up.left, down.left]
  }
  const rows = await nodesOf(tx, [...ids])
  const shown = new Set(rows.map(({ id }) => id))
  const edges = await tx.rows<Edge>(sql`select distinct * from (${onward(asArray([...shown]))}) e where e.to = any (${[...shown]}::uuid[])`)
  return {
    nodes: rows.map(({ kind, ...node }) => ({ ...node, register: registerOf(kind) })),
    edges,
    more: { ...(above ? { above } : {}), ...(below ? { below } : {}) },
  }
}
