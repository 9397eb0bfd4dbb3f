import { sql } from 'kysely'
import { isRole, type Role } from '../access/roles.ts'
import type { Sql } from '../figures/figure.ts'
import type { Actor, Transaction } from './context.ts'

/** What is not handed to a deputy: to look after the accounts, and to review what others have done. */
const notDeputised: readonly Role[] = ['administrator', 'internal-audit']

/** A person with what his rights are made of. */
export interface Mandated {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly mandates: readonly { readonly role: string; readonly unit: string | null }[]
}

/** SQL that is true for the persons of alias `p` who work here on the day. */
export const employedOn = (today: string): Sql =>
  sql`(p.withdrawn_at is null and (p.employed_from is null or p.employed_from <= ${today}::date) and (p.employed_to is null or p.employed_to >= ${today}::date))`

/** SQL for the assignments of the person of alias `p` on the day, as JSON: his own, and those of whom he deputises for. */
export const mandatesOf = (
  today: string,
): Sql => sql`coalesce((select json_agg(json_build_object('role', a.role, 'unit', a.unit)) from assignment a
  where (a.person = p.id or (a.role <> all (${notDeputised}::text[]) and a.person in (
      with recursive instead (person) as (
        select p.id
        union
        select s.person from instead join absence s on s.deputy = instead.person
          where s.withdrawn_at is null and s.valid_from <= ${today}::date and s.valid_to >= ${today}::date)
      select person from instead))) and a.withdrawn_at is null and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to >= ${today}::date)), '[]')`

/** The person as an actor. Everyone is an employee of the unit he belongs to, without an assignment. */
export function actorFrom({ id, name, unit, mandates }: Mandated): Actor {
  const employee = unit ? [{ role: 'employee' as const, unit }] : []
  const held = mandates.flatMap(({ role, unit: of }) => (isRole(role) ? [{ role, unit: of }] : []))
  return {
    person: id,
    name,
    roles: [...new Set<Role>(['employee', ...held.map(({ role }) => role)])],
    mandates: [...employee, ...held.flatMap(({ role, unit: of }) => (of ? [{ role, unit: of }] : []))],
  }
}

/** Some persons as they would act on a day; those who do not work here then are left out. */
export async function actorsOn(tx: Transaction, persons: readonly string[], today: string): Promise<Actor[]> {
  const rows = await tx.rows<Mandated>(
    sql`select p.id, p.name, p.unit, ${mandatesOf(today)} as mandates from person p where p.id = any (${persons}::uuid[]) and ${employedOn(today)}`,
  )
  return rows.map(actorFrom)
}
