import { sql } from 'kysely'
import type { Register } from '../../definition/register.ts'
import type { Transaction } from '../../store/context.ts'
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
    ? await tx.rows<Above & { step: number }>(sql`
        with recursive up as (
          select u.id as start, u.id, u.parent, u.head, 0 as step from unit u where u.id = any (${units}::uuid[])
          union all select up.start, u.id, u.parent, u.head, up.step + 1 from up join unit u on u.id = up.parent where up.step < 50)
        select up.start, up.id as unit, p.id as head, up.step from up left join person p on p.id = up.head and p.withdrawn_at is null
          and p.employed_from <= ${today}::date and (p.employed_to is null or p.employed_to >= ${today}::date)
        order by up.start, up.step`)
    : []
  const found = new Map<string, Above[]>()
  for (const row of rows) found.set(row.start, [...(found.get(row.start) ?? []), row])
  return found
}

/** Of some persons, those who work here on the day. */
async function present(tx: Transaction, persons: ReadonlySet<string>, today: string): Promise<Set<string>> {
  if (!persons.size) return new Set()
  const rows = await tx.rows<{ id: string }>(sql`select id from person where id = any (${[...persons]}::uuid[]) and withdrawn_at is null
    and employed_from <= ${today}::date and (employed_to is null or employed_to >= ${today}::date)`)
  return new Set(rows.map(({ id }) => id))
}

/** What a record's persons are told on the ground of: one list of recipients, and the fields whose persons the manager stands above. */
export interface Telling {
  readonly record: ClockRecord
  readonly to: readonly Recipients[]
}

/**
 * Who is told of each record, each person once; a constant number of statements. Where everybody meant has left, or nobody is named, it
 * climbs to the manager, so that nothing runs out unseen in a unit that has anybody above it.
 * @param personal it concerns the very persons named: nobody is told in the place of one who has left
 */
export async function recipientsOf(
  tx: Transaction,
  register: Register,
  tellings: readonly Telling[],
  today: string,
  personal: boolean,
): Promise<Map<string, string[]>> {
  const unitOf = (record: ClockRecord) => {
    const name = register.name === 'unit' ? 'id' : register.scope?.unit
    return name && typeof record[name] === 'string' ? record[name] : null
  }
  const named = new Map(
    tellings.map(({ record, to }) => [record.id, new Set(to.flatMap(({ fields = [] }) => fields.flatMap((name) => idsIn(record[name]))))]),
  )
  const units = [...new Set(tellings.flatMap(({ record }) => unitOf(record) ?? []))]
  const roles = [...new Set(tellings.flatMap(({ to }) => to.flatMap((each) => each.roles ?? [])))]
  const here = await present(tx, new Set([...named.values()].flatMap((each) => [...each])), today)
  const nobody = tellings.some(({ record }) => ![...(named.get(record.id) ?? [])].some((id) => here.has(id)))
  const climbing = nobody || roles.length > 0 || tellings.some(({ to }) => to.some(({ manager }) => manager))
  const above = climbing ? await unitsAbove(tx, units, today) : new Map<string, Above[]>()
  const holders = roles.length
    ? await tx.rows<{ person: string; role: string; unit: string }>(sql`
        select a.person, a.role, a.unit from assignment a join person p on p.id = a.person and p.withdrawn_at is null
            and p.employed_from <= ${today}::date and (p.employed_to is null or p.employed_to >= ${today}::date)
          where a.role = any (${roles}::text[]) and a.withdrawn_at is null and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to >= ${today}::date)`)
    : []
  return new Map(
    tellings.map(({ record, to }) => {
      const unit = unitOf(record)
      const chain = (unit && above.get(unit)) || []
      const meant = named.get(record.id) ?? new Set<string>()
      const told = new Set([...meant].filter((id) => here.has(id)))
      if (personal && !told.size) return [record.id, []]
      const wanted = new Set(to.flatMap((each) => each.roles ?? []).map(String))
      for (const holder of holders)
        if (wanted.has(holder.role) && (!unit || chain.some((each) => each.unit === holder.unit))) told.add(holder.person)
      if (to.some(({ manager }) => manager) || !told.size) {
        const head = chain.find((each) => each.head !== null && !meant.has(each.head))?.head
        if (head) told.add(head)
      }
      return [record.id, [...told]]
    }),
  )
}
