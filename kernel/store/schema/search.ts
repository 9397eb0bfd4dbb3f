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

/** The title as it is compared: in the letters of the database, since the rules of a language cost as much as the rest of a search. */
const lowered = (column: string) => `lower(${column} collate "default")`
const title = lowered('s.title')

/**
 * How many records are put in order for one search, of those with the words in their title and of those with them in their
 * text. To rank every one of ten thousand answers would make all others wait, and nobody reads past the first. The text is not looked through where the titles alone fill the answer, since a
 * title comes before it, nor by parts of words where whole words have given enough.
 */
const mostRanked = 300

/** The access facts as the index of search holds them. */
const entry: AccessRow = { unit: 's.unit', mine: 'actor() = any (s.own)', secret: 's.secret', state: 's.state', whole: 's.whole' }

/**
 * Search. The text operators of PostgreSQL may not run before row-level security, which would make every search read
 * every row; these functions therefore run as their owner and apply the same access themselves (`search_entries`) or give
 * bare identities to a query that row-level security narrows (`matching`, `linked_from`, and `links_to` for many at once).
 */
export function searchFunctions(catalogue: Catalogue): string {
  const seen = catalogue.registers
    .map((register) => `(s.register = ${literal(register.name)} and ${mayRead(register, entry, { eachRow: true })})`)
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
create index if not exists search_entry_words on {live}.search_entry using gin (words) with (gin_pending_list_limit = 256);
create index if not exists search_entry_plain on {live}.search_entry using gin (lower(plain) gin_trgm_ops) with (gin_pending_list_limit = 256);
create index if not exists search_entry_title on {live}.search_entry using gin (${lowered('title')} gin_trgm_ops) with (gin_pending_list_limit = 256);
create index if not exists search_entry_reference on {live}.search_entry (lower(reference));
create or replace function {live}.search_entries(asked tsquery, first_part text, other_parts text[], exact text, most integer)
  returns table (register text, id uuid, reference text, title text, state text, rank real, plain text)
  language plpgsql stable security definer set search_path = {live}, public, pg_temp set enable_seqscan = off
  set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin return query
  with named as (
    select s.id from search_entry s where ${title} like first_part and ${title} like all (other_parts) and not s.withdrawn
    and (${seen}) limit ${mostRanked}
  ), said as (
    select s.id from search_entry s where s.words @@ asked and not s.withdrawn and (select count(*) from named) < most and (${seen})
    union all
    select s.id from search_entry s where lower(s.plain) like first_part and lower(s.plain) like all (other_parts) and not s.withdrawn
    and (select count(*) from named) < most and (${seen}) limit ${mostRanked}
  ), called as (
    select s.id from search_entry s where lower(s.reference) = exact and not s.withdrawn and (${seen})
  )
  select s.register, s.id, s.reference, s.title, s.state,
    (ts_rank(s.words, asked) + case when lower(s.reference) = exact then 10 when ${title} = exact then 5 when ${title} like first_part then 1 else 0 end)::real as rank, s.plain
  from search_entry s
  where s.id in (select n.id from named n union select w.id from said w union select c.id from called c)
  order by rank desc, s.title, s.id limit most;
end $$;
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
$$;
create or replace function {live}.links_to(wanted text, through text, targets uuid[]) returns table (from_id uuid, to_id uuid)
  language sql stable security definer rows 50 set search_path = {live}, pg_temp as $$
  select l.from_id, l.to_id from link l where l.to_id = any (targets) and l.register = wanted and l.field = through
$$;
create or replace function {asOf}.links_to(wanted text, through text, targets uuid[]) returns table (from_id uuid, to_id uuid)
  language sql stable security definer rows 50 set search_path = {live}, pg_temp as $$
  select l.from_id, l.to_id from link l where l.to_id = any (targets) and l.register = wanted and l.field = through and l.valid_from <= as_of()
  union
  select l.from_id, l.to_id from {history}.link l where l.to_id = any (targets) and l.register = wanted and l.field = through and l.valid_from <= as_of() and l.valid_to > as_of()
$$;`
}
