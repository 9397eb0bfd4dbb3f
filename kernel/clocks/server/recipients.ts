import { sql } from 'kysely'
import type { Register } from '../../definition/register.ts'
import type { Transaction } from '../../store/context.ts'
import { employedOn } from '../../store/mandates.ts'
import type { ClockRecord, Recipients } from './clock-rule.ts'

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : typeof value === 'string' ? [value] : []

interface Above {
  readonly start: string
  readonly unit: string
  readonly head: string | null
}

/** Each unit with those above it, nearest first, and who heads them today. */
async function unitsAbove(tx: Transaction, units: readonly string[], today: string): Promise<Map<string, Above[]>> {
  const rows = units.length
    ? await tx.rows<Above>(sql`
        with recursive up as (
          select u.id as start, u.id, u.parent, u.head, 0 as step from unit u where u.id = any (${units}::uuid[])
          union all select up.start, u.id, u.parent, u.head, up.step + 1 from up join unit u on u.id = up.parent where up.step < 50)
        select up.start, up.id as unit, p.id as head from up left join person p on p.id = up.head and ${employedOn(today)}
        order by up.start, up.step`)
    : []
  return Map.groupBy(rows, ({ start }) => start)
}

/** Of some persons, those who work here on the day; true for one who is away for long. */
async function employedAmong(tx: Transaction, persons: readonly string[], today: string): Promise<Map<string, boolean>> {
  if (!persons.length) return new Map()
  const rows = await tx.rows<{ id: string; away: boolean }>(
    sql`select p.id, coalesce(p.long_absence, false) as away from person p where p.id = any (${persons}::uuid[]) and ${employedOn(today)}`,
  )
  return new Map(rows.map(({ id, away }) => [id, away]))
}

interface Deputy {
  readonly absent: string
  readonly deputy: string
  readonly absence: string
}

/** Who acts today for those of some persons who are away: the deputies, and the deputies of deputies who are away themselves. */
async function deputiesOf(tx: Transaction, persons: readonly string[], today: string): Promise<Map<string, Deputy[]>> {
  if (!persons.length) return new Map()
  const current = sql`s.withdrawn_at is null and s.valid_from <= ${today}::date and s.valid_to >= ${today}::date`
  const rows = await tx.rows<Deputy>(sql`
    with recursive instead (absent, deputy, absence) as (
      select s.person, s.deputy, s.id from absence s where s.person = any (${persons}::uuid[]) and ${current}
      union
      select i.absent, s.deputy, s.id from instead i join absence s on s.person = i.deputy where ${current})
    select i.absent, i.deputy, i.absence from instead i join person p on p.id = i.deputy and ${employedOn(today)}
      where i.deputy <> i.absent order by i.absence`)
  return Map.groupBy(rows, ({ absent }) => absent)
}

const holdersOf = (tx: Transaction, roles: readonly string[], today: string) =>
  roles.length
    ? tx.rows<{ person: string; role: string; unit: string }>(sql`
        select a.person, a.role, a.unit from assignment a join person p on p.id = a.person and ${employedOn(today)}
          where a.role = any (${roles}::text[]) and a.withdrawn_at is null and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to >= ${today}::date)`)
    : []

/** What a record's persons are told on the ground of: lists of recipients, and the fields whose persons the manager stands above. */
export interface Telling {
  readonly record: ClockRecord
  readonly to: readonly Recipients[]
}

/** One who is told of a record. */
export interface Recipient {
  readonly person: string
  /** The first of the lists that led to the person. */
  readonly list: number
  /** By which absence he hears of it in the place of another; null where he is meant himself. */
  readonly absence: string | null
}

/**
 * Who is told of each record, each person once; a constant number of statements. Where everybody meant has left or is away without a
 * deputy, or nobody is named, it climbs to the manager, so that nothing runs out unseen in a unit that has anybody above it. One who is
 * away is told all the same, for when he is back; so is his deputy.
 * @param personal it concerns the very persons named: nobody is told in their place
 */
export async function recipientsOf(
  tx: Transaction,
  register: Register,
  tellings: readonly Telling[],
  today: string,
  personal: boolean,
): Promise<Map<string, Recipient[]>> {
  const unitOf = (record: ClockRecord) => {
    const name = register.name === 'unit' ? 'id' : register.scope?.unit
    return name && typeof record[name] === 'string' ? record[name] : null
  }
  const named = (record: ClockRecord, { fields = [] }: Recipients) => fields.flatMap((name) => idsIn(record[name]))
  const units = [...new Set(tellings.flatMap(({ record }) => unitOf(record) ?? []))]
  const roles = [...new Set(tellings.flatMap(({ to }) => to.flatMap((each) => each.roles ?? [])))]
  const above = await unitsAbove(tx, units, today)
  const holders = await holdersOf(tx, roles, today)
  const possible = new Set([
    ...tellings.flatMap(({ record, to }) => to.flatMap((each) => named(record, each))),
    ...[...above.values()].flatMap((chain) => chain.flatMap(({ head }) => head ?? [])),
    ...holders.map(({ person }) => person),
  ])
  const employed = await employedAmong(tx, [...possible], today)
  const deputies = await deputiesOf(tx, [...employed.keys()], today)
  const acts = (person: string) => employed.get(person) === false || deputies.has(person)

  return new Map(
    tellings.map(({ record, to }) => {
      const unit = unitOf(record)
      const chain = (unit && above.get(unit)) || []
      const meant = new Set(to.flatMap((each) => named(record, each)))
      const heads = chain.flatMap(({ head }) => (head !== null && !meant.has(head) ? [head] : []))
      const manager = heads.find(acts) ?? heads[0]
      if (personal && ![...meant].some((person) => employed.has(person))) return [record.id, []]
      const told = new Map<string, Recipient>()
      const tell = (person: string, list: number, absence: string | null = null) => {
        if (!told.has(person)) told.set(person, { person, list, absence })
      }
      for (const [list, each] of to.entries()) {
        for (const person of named(record, each)) if (employed.has(person)) tell(person, list)
        for (const { person, role, unit: of } of holders)
          if (each.roles?.some((one) => one === role) && (!unit || chain.some((link) => link.unit === of))) tell(person, list)
        if (each.manager && manager) tell(manager, list)
      }
      if (!personal && manager && ![...told.keys()].some(acts)) tell(manager, 0)
      for (const { person, list } of [...told.values()])
        if (!(personal && meant.has(person))) for (const { deputy, absence } of deputies.get(person) ?? []) tell(deputy, list, absence)
      return [record.id, [...told.values()]]
    }),
  )
}
