import { sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import type { Available, Holder } from '../escalation.rules.ts'
import { type MandateRole, mandateRoles, toldRoles } from '../risk-method.content.ts'

interface Link {
  /** The unit that is asked of, and one on the way from it to the top. */
  readonly from: string
  readonly unit: string
  readonly distance: number
  readonly head: string | null
  readonly top: boolean
}

interface Assigned {
  readonly person: string
  readonly role: string
  readonly unit: string
}

/** Everybody who is away today, with the deputy; null where nobody deputises. */
type Away = ReadonlyMap<string, string | null>

/** Whether a role is one of those the method gives a mandate to. */
export const isMandate = (role: string): role is MandateRole => mandateRoles.some((one) => one === role)

/** The one who acts for a person today: himself, or the deputy, or the deputy's deputy; null where all of them are away. */
export function actingFor(person: string, away: Away): string | null {
  const seen = new Set<string>()
  for (let one: string | null = person; one !== null; one = away.get(one) ?? null) {
    if (!away.has(one)) return one
    if (seen.has(one)) return null
    seen.add(one)
  }
  return null
}

/** Those of the persons who are away today or have left. */
async function awayAmong(tx: Transaction, persons: readonly string[], today: string): Promise<Away> {
  const rows = await tx.rows<{ person: string; deputy: string | null }>(sql`
    with recursive asked (person) as (
      select unnest(${[...persons]}::uuid[])
      union
      select a.deputy from asked join absence a on a.person = asked.person
        where a.withdrawn_at is null and a.valid_from <= ${today}::date and a.valid_to >= ${today}::date)
    select asked.person, (select a.deputy from absence a where a.person = asked.person and a.withdrawn_at is null
        and a.valid_from <= ${today}::date and a.valid_to >= ${today}::date order by a.valid_from desc, a.id limit 1) as deputy
      from asked join person p on p.id = asked.person
      where p.long_absence or p.withdrawn_at is not null or p.employed_from > ${today}::date or p.employed_to < ${today}::date
        or exists (select from absence a where a.person = asked.person and a.withdrawn_at is null and a.valid_from <= ${today}::date and a.valid_to >= ${today}::date)`)
  return new Map(rows.map(({ person, deputy }) => [person, deputy]))
}

/** Who acts today for each of some persons: see `actingFor`. */
export async function actingAmong(
  tx: Transaction,
  persons: Iterable<string>,
  today: string,
): Promise<(person: string | null) => string | null> {
  const asked = [...new Set(persons)]
  const away: Away = asked.length ? await awayAmong(tx, asked, today) : new Map()
  return (person) => person && actingFor(person, away)
}

const acting = <Role extends string>(away: Away, one: Omit<Holder<Role>, 'insteadOf'>): Holder<Role>[] => {
  const person = actingFor(one.person, away)
  return person === null ? [] : [{ ...one, person, insteadOf: person === one.person ? null : one.person }]
}

/** Who is available today for the risks of each unit: three questions, however many they are. */
export async function availableFor(tx: Transaction, of: Iterable<string>, today: string): Promise<Map<string, Available>> {
  const asked = [...new Set(of)]
  if (!asked.length) return new Map()
  const chain = await tx.rows<Link>(sql`
    with recursive up (start, unit, distance) as (
      select asked.unit, asked.unit, 0 from unnest(${asked}::uuid[]) as asked (unit)
      union all
      select up.start, u.parent, up.distance + 1 from up join unit u on u.id = up.unit where u.parent is not null and up.distance < 30)
    select up.start as "from", up.unit, up.distance, u.head, u.parent is null as top from up join unit u on u.id = up.unit`)
  const units = [...new Set(chain.map(({ unit }) => unit))]
  const assigned = await tx.rows<Assigned>(sql`
    select distinct a.person, a.role, a.unit from assignment a where a.unit = any (${units}::uuid[]) and a.role = any (${[...mandateRoles, ...toldRoles]}::text[])
      and a.withdrawn_at is null and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to >= ${today}::date)`)
  const heads = chain.flatMap(({ head, top }) => (top && head ? [head] : []))
  const away = await awayAmong(tx, [...new Set([...assigned.map(({ person }) => person), ...heads])], today)
  const byUnit = Map.groupBy(assigned, ({ unit }) => unit)
  return new Map(
    [...Map.groupBy(chain, ({ from }) => from)].map(([from, links]) => {
      const all = links.flatMap(({ unit, distance }) => (byUnit.get(unit) ?? []).map((one) => ({ ...one, distance })))
      const holders = all.flatMap(({ role, ...one }) => (isMandate(role) ? acting(away, { ...one, role }) : []))
      const told = all.flatMap((one) => (isMandate(one.role) ? [] : acting(away, one)))
      // The head of the authority itself is its director-general, also where no assignment says so.
      const top = links.find((link) => link.top)
      const director: Holder<MandateRole>[] =
        top?.head && !holders.some(({ role }) => role === 'director-general')
          ? acting(away, { person: top.head, role: 'director-general', unit: top.unit, distance: top.distance })
          : []
      return [from, { holders: [...holders, ...director], told }]
    }),
  )
}
