import { sql } from 'kysely'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import { quote, tableOf } from '#kernel/store/columns.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { type Asking, conditions } from '#kernel/store/filter.ts'

type Query = Readonly<Record<string, string>>

/** What is counted: conditions to a list, which shows the same records. */
const counted = {
  assets: { register: 'informationAsset', query: {} },
  unclassified: { register: 'informationAsset', query: { classifiedOn: 'empty' } },
  underway: { register: 'classification', query: { state: 'planned,underway,proposed' } },
  outdated: { register: 'informationAsset', query: { reviewBy: 'lt:today' } },
  reclassify: { register: 'informationAsset', query: { occasion: 'filled', classifiedOn: 'filled' } },
  openGaps: { register: 'measureAssessment', query: { standing: 'open' } },
} as const satisfies Record<string, { register: string; query: Query }>
type Counted = keyof typeof counted
const kinds = Object.keys(counted) as Counted[]

interface Row {
  readonly kind: Counted
  readonly unit: string | null
  readonly owner: string | null
  /** The system a gap is in. */
  readonly system: string | null
  readonly many: number
}

/** Who answers for a record: the owner of information and of its classification, and for a gap the owner of the system it is in. */
const ownerOf: Readonly<Record<string, string>> = {
  informationAsset: 't.owner',
  classification: 't.owner',
  measureAssessment: '(select s.system_owner from system s where s.id = t.system)',
}

/** The records of each kind, counted by unit and owner, of those the actor may see; one statement. */
function countsOf(tx: Transaction, catalogue: Catalogue, asking: Asking): Promise<Row[]> {
  const parts = kinds.map((kind) => {
    const { register: name, query } = counted[kind]
    const register = catalogue.register(name)
    const where = conditions(catalogue, register, Object.entries(query), asking)
    const system = name === 'measureAssessment' ? 't.system' : 'null::uuid'
    return sql`select ${kind}::text as kind, x.unit, x.owner, x.system, count(*)::integer as many
      from (select t.unit, ${sql.raw(ownerOf[name] ?? 'null::uuid')} as owner, ${sql.raw(system)} as system from ${sql.raw(quote(tableOf(register)))} t
        where ${sql.join([sql`t.withdrawn_at is null`, ...where], sql` and `)}) x group by 2, 3, 4`
  })
  return tx.rows<Row>(sql`${sql.join(parts, sql` union all `)}`)
}

const namesOf = async (tx: Transaction, table: 'unit' | 'person', ids: readonly string[]) =>
  new Map(
    (
      await tx.rows<{ id: string; label: string }>(
        sql`select id, name as label from ${sql.raw(table)} where id = any (${[...ids]}::uuid[])`,
      )
    ).map((row) => [row.id, row]),
  )

/** How many systems a condition in an address may name. */
const mostNamed = 60

/** One line: the numbers, each with the list that shows what was counted. */
function line(
  catalogue: Catalogue,
  of: { id: string; label: string } | null,
  rows: readonly Row[],
  also: (kind: Counted, mine: readonly Row[]) => Query,
) {
  const counts = Object.fromEntries(
    kinds.flatMap((kind) => {
      if (kind === 'assets') return []
      const mine = rows.filter((row) => row.kind === kind)
      const { register, query } = counted[kind]
      const count = mine.reduce((sum, { many }) => sum + many, 0)
      return [[kind, { count, register: catalogue.register(register).plural, query: { ...query, ...also(kind, mine) } }]]
    }),
  )
  return { of, assets: rows.filter(({ kind }) => kind === 'assets').reduce((sum, { many }) => sum + many, 0), counts }
}

function grouped(rows: readonly Row[], by: 'unit' | 'owner'): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row[by] ?? ''
    const known = found.get(key)
    if (known) known.push(row)
    else found.set(key, [row])
  }
  return found
}

/** What is unclassified, under way, outdated or to be classified again, and the gaps nobody has taken care of: in all, per unit and per owner. */
export async function standingOf(tx: Transaction, catalogue: Catalogue, asking: Asking) {
  const rows = await countsOf(tx, catalogue, asking)
  const ids = (by: 'unit' | 'owner') => [...new Set(rows.flatMap((row) => row[by] ?? []))]
  const units = await namesOf(tx, 'unit', ids('unit'))
  const owners = await namesOf(tx, 'person', ids('owner'))
  const ofOwner =
    (id: string) =>
    (kind: Counted, mine: readonly Row[]): Query => {
      if (kind !== 'openGaps') return { owner: id || 'empty' }
      const systems = [...new Set(mine.flatMap(({ system }) => system ?? []))]
      return systems.length && systems.length <= mostNamed ? { system: systems.join(',') } : systems.length ? {} : { system: 'empty' }
    }
  const byName = (one: { of: { label: string } | null }, other: { of: { label: string } | null }) =>
    (one.of === null ? 1 : 0) - (other.of === null ? 1 : 0) || (one.of?.label ?? '').localeCompare(other.of?.label ?? '', 'sv')
  const seen =
    (names: ReadonlyMap<string, unknown>) =>
    ([id]: [string, Row[]]) =>
      id === '' || names.has(id)
  return {
    total: line(catalogue, null, rows, () => ({})),
    units: [...grouped(rows, 'unit')]
      .filter(seen(units))
      .map(([id, mine]) => line(catalogue, units.get(id) ?? null, mine, () => ({ unit: id || 'empty' })))
      .sort(byName),
    owners: [...grouped(rows, 'owner')]
      .filter(seen(owners))
      .map(([id, mine]) => line(catalogue, owners.get(id) ?? null, mine, ofOwner(id)))
      .sort(byName),
  }
}
