import { type AccessRow, mayRead } from '../../access/predicate.ts'
import type { Catalogue } from '../../definition/catalogue.ts'
import { textFields } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { columnOf, literal, quote, tableOf } from '../columns.ts'

/** All running text of a row, in one string. */
export const searchText = (register: Register, alias: string): string => {
  const parts = [...new Set([register.title, ...textFields(register)])].map((name) => `coalesce(${alias}.${columnOf(name)}::text, '')`)
  return `(${parts.join(` || ' ' || `)})`
}

/** The access facts as the index of search holds them. */
const entry: AccessRow = { unit: 's.unit', mine: '(select actor()) = any (s.own)', secret: 's.secret' }

/**
 * Search. The text operators of PostgreSQL may not run before row-level security, which would make every search read
 * every row; these functions therefore run as their owner and apply the same access themselves (`search_entries`) or give
 * bare identities to a query that row-level security narrows (`matching`, `linked_from`).
 */
export function searchFunctions(catalogue: Catalogue): string {
  const seen = catalogue.registers
    .map((register) => `(s.register = ${literal(register.name)} and ${mayRead(register, entry)})`)
    .join('\n      or ')
  const past = catalogue.registers
    .map(
      (register) => `
    when ${literal(register.name)} then return query select r.id from {asOf}.${quote(tableOf(register))} r
      where to_tsvector('swedish', left(coalesce(r.reference, '') || ' ' || ${searchText(register, 'r')}, 300000)) @@ asked
        or (lower(coalesce(r.reference, '') || ' ' || ${searchText(register, 'r')}) like first_part and lower(coalesce(r.reference, '') || ' ' || ${searchText(register, 'r')}) like all (other_parts));`,
    )
    .join('')
  return `
create or replace function {live}.search_entries(asked tsquery, first_part text, other_parts text[], exact text, most integer)
  returns table (register text, id uuid, reference text, title text, state text, rank real, plain text)
  language sql stable security definer set search_path = {live}, public, pg_temp as $$
  select s.register, s.id, s.reference, s.title, s.state,
    (ts_rank(s.words, asked) + case when lower(s.reference) = exact then 10 when lower(s.title) = exact then 5 when lower(s.title) like first_part then 1 else 0 end)::real as rank, s.plain
  from search_entry s
  where (s.words @@ asked or (lower(s.plain) like first_part and lower(s.plain) like all (other_parts))) and not s.withdrawn
    and (${seen})
  order by rank desc, s.title, s.id limit most
$$;
create or replace function {live}.matching(wanted text, asked tsquery, first_part text, other_parts text[]) returns setof uuid
  language sql stable security definer set search_path = {live}, public, pg_temp as $$
  select s.id from search_entry s where s.register = wanted and (s.words @@ asked or (lower(s.plain) like first_part and lower(s.plain) like all (other_parts)))
$$;
create or replace function {asOf}.matching(wanted text, asked tsquery, first_part text, other_parts text[]) returns setof uuid
  language plpgsql stable set search_path = {asOf}, {live}, public, pg_temp as $$
begin
  case wanted${past}
  end case;
end $$;
create or replace function {live}.linked_from(wanted text, through text, target uuid) returns setof uuid
  language sql stable security definer set search_path = {live}, pg_temp as $$
  select l.from_id from link l where l.register = wanted and l.field = through and l.to_id = target
$$;
create or replace function {asOf}.linked_from(wanted text, through text, target uuid) returns setof uuid
  language sql stable security definer set search_path = {live}, pg_temp as $$
  select l.from_id from link l where l.register = wanted and l.field = through and l.to_id = target and l.valid_from <= as_of()
  union
  select l.from_id from {history}.link l where l.register = wanted and l.field = through and l.to_id = target and l.valid_from <= as_of() and l.valid_to > as_of()
$$;`
}
