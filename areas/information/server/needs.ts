import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import { type Aspect, aspects, type Need } from '../../scales/needs.ts'
import { type Carrying, higher, inherit, noNeed } from '../inheritance.ts'

/** What carries information: a system, or a supplier of systems. */
export type CarrierKind = 'system' | 'supplier'

/** A carrier with the needs it is stored with, and those it should have. */
export interface CarrierNeed {
  readonly id: string
  readonly kind: CarrierKind
  readonly version: number
  readonly set: Need
  readonly stored: { readonly inherited: Need; readonly holding: Need }
  readonly inherited: Need
  readonly holding: Need
}

/** A need of information put in place of the one it is stored with: what would follow. */
export interface Supposed {
  readonly need: Need
  readonly systems: readonly string[]
}

/** Columns of a table named after aspects, with a beginning: `set_confidentiality`. */
const columns = (table: string, beginning = ''): RawBuilder<unknown> =>
  sql.raw(`jsonb_build_object(${aspects.map((aspect) => `'${aspect}', ${table}.${beginning}${aspect}`).join(', ')})`)

const four = (value: (aspect: Aspect) => string) => sql.raw(aspects.map(value).join(', '))
const own = (table: string) => four((aspect) => `${table}.${aspect}`)
const most = four((aspect) => `max(x.${aspect}) as ${aspect}`)

/** Everything that carries what the given systems and suppliers carry, themselves among it: systems they depend on, and suppliers. */
async function below(tx: Transaction, start: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    with recursive below (id) as (
      select unnest(${[...start]}::uuid[])
      union
      select onward.id from below b join system s on s.id = b.id and s.withdrawn_at is null cross join lateral unnest(s.depends_on || s.suppliers) onward (id)
    ) select id from below`)
  return rows.map(({ id }) => id)
}

interface Row {
  readonly kind: CarrierKind
  readonly id: string
  readonly version: number
  readonly inherited: Need
  readonly set: Need
  readonly holding: Need
  readonly outside: Need
  readonly onward: string[]
}

/**
 * Recalculates the needs of systems and suppliers and of everything below them, and of nothing else: what comes to them from
 * elsewhere is taken as it is stored. `supposed` are needs of information to reckon with instead of those stored.
 */
export async function needsBelow(
  tx: Transaction,
  start: readonly string[],
  supposed: ReadonlyMap<string, Supposed> = new Map(),
): Promise<Map<string, CarrierNeed>> {
  if (!start.length) return new Map()
  const all = await below(tx, start)
  const apart = [...supposed.keys()]
  const rows = await tx.rows<Row>(sql`
    with incoming as (
      select l.to_id, ${own('a')} from links_to('informationAsset', 'systems', ${all}::uuid[]) l join information_asset a on a.id = l.from_id
        where a.withdrawn_at is null and a.id <> all (${apart}::uuid[])
      union all
      select l.to_id, ${own('d')} from links_to('system', 'dependsOn', ${all}::uuid[]) l join system d on d.id = l.from_id
        where d.withdrawn_at is null and d.id <> all (${all}::uuid[])
      union all
      select l.to_id, ${own('d')} from links_to('system', 'suppliers', ${all}::uuid[]) l join system d on d.id = l.from_id
        where d.withdrawn_at is null and d.id <> all (${all}::uuid[])),
    outside as (select x.to_id, ${most} from incoming x group by x.to_id)
    select 'system' as kind, s.id, s.version, ${columns('s', 'inherited_')} as inherited, ${columns('s', 'set_')} as set, ${columns('s')} as holding,
        ${columns('o')} as outside, s.depends_on || s.suppliers as onward
      from system s left join outside o on o.to_id = s.id where s.id = any (${all}::uuid[]) and s.withdrawn_at is null
    union all
    select 'supplier', p.id, p.version, ${columns('p', 'inherited_')}, ${columns('p', 'set_')}, ${columns('p')}, ${columns('o')}, '{}'::uuid[]
      from supplier p left join outside o on o.to_id = p.id where p.id = any (${all}::uuid[]) and p.withdrawn_at is null`)
  const further = new Map<string, Need>()
  for (const { need, systems } of supposed.values()) for (const id of systems) further.set(id, higher(further.get(id) ?? noNeed, need))
  const found = inherit(
    rows.map(({ id, outside, set }) => ({ id, from: higher(outside, further.get(id) ?? noNeed), set })),
    rows.flatMap(({ id, onward }): Carrying[] => onward.map((to) => ({ from: id, to }))),
  )
  return new Map(
    rows.map(({ kind, id, version, inherited, set, holding }) => {
      const now = found.get(id) ?? { inherited: noNeed, holding: noNeed }
      return [id, { id, kind, version, set, stored: { inherited, holding }, ...now }]
    }),
  )
}

/** The names of fields for an aspect with a beginning: `inherited`, `confidentiality` → `inheritedConfidentiality`. */
export const fieldFor = (beginning: 'inherited' | 'set', aspect: Aspect): string =>
  `${beginning}${aspect.charAt(0).toUpperCase()}${aspect.slice(1)}`

/** A need as the fields of a record. */
export const asInherited = (need: Need): Record<string, number | null> =>
  Object.fromEntries(aspects.map((aspect) => [fieldFor('inherited', aspect), need[aspect]]))

/** The need in the fields of a stored record. */
export const needIn = (record: Readonly<Record<string, unknown>>): Need => {
  const at = (aspect: Aspect) => (typeof record[aspect] === 'number' ? (record[aspect] as number) : null)
  return {
    confidentiality: at('confidentiality'),
    integrity: at('integrity'),
    availability: at('availability'),
    traceability: at('traceability'),
  }
}
