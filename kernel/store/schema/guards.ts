import { changingActions, mayOn, mayRead, mayReadAll, open, rowOf, secrecyColumn, wholeFunction, wholeOf } from '../../access/predicate.ts'
import type { Catalogue } from '../../definition/catalogue.ts'
import { pathOf, textFields } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import { columnOf, columnsOf, literal, quote, tableOf } from '../columns.ts'
import { accessLogFunctions } from './access-log.ts'
import { contextFunctions } from './functions.ts'
import { inSchemas, type Schemas } from './schemas.ts'
import { searchFunctions, searchText } from './search.ts'

const linkColumns = (register: Register) =>
  Object.entries(register.fields).flatMap(([name, field]) => (field.kind === 'links' ? [{ name, field }] : []))

/**
 * The changed rows beside what they were, where they differ so. How a trigger is carried out is planned once, for however few rows came first;
 * a full join is never carried out by comparing each row with every other, and `offset 0` keeps it from becoming another join.
 */
const changedIn = (columns: string, where: string) =>
  `select ${columns} from new_rows n full join old_rows o using (id) where ${where} offset 0`

/** Keeps history, the index of links and the index of search in step with every statement, whoever typed it. */
function recording(register: Register): string {
  const table = quote(tableOf(register))
  const columns = columnsOf(register)
    .map(({ name }) => quote(name))
    .join(', ')
  const setting = (name: string) => `nullif(current_setting('varna.${name}', true), '')`
  const keep = (operation: string) => `
  insert into {history}.${table} (${columns}, version_from, version_operation, version_move, version_reason, version_request, version_database_user)
    select ${columns}, changed_at, coalesce(${setting('operation')}, ${literal(operation)}), ${setting('move')}, ${setting('reason')}, ${setting('request')}::uuid, session_user
    from new_rows order by id;`
  const links = linkColumns(register).map(({ name, field }) => {
    const column = quote(columnOf(name))
    const target = quote(field.kind === 'links' ? tableOfName(field.to) : '')
    const facts = `${literal(register.name)}, ${literal(name)}`
    return {
      column,
      check: `
  if exists (select 1 from (select distinct unnest(${column}) as id from new_rows) given where not exists (select 1 from {live}.${target} t where t.id = given.id)) then
    raise exception 'a link in ${tableOf(register)}.${columnOf(name)} leads nowhere' using errcode = 'foreign_key_violation';
  end if;`,
      add: `
  insert into {live}.link (register, field, from_id, to_id, valid_from)
    select ${facts}, n.id, given.id, n.changed_at from new_rows n cross join lateral (select distinct unnest(n.${column}) as id) given;`,
      change: `
  with gone as (
    delete from {live}.link l using (${changedIn(`n.id, n.changed_at, n.${column} as now`, `n.${column} is distinct from o.${column}`)}) n
    where l.register = ${literal(register.name)} and l.field = ${literal(name)} and l.from_id = n.id and not l.to_id = any (n.now)
    returning l.*, n.changed_at as until)
  insert into {history}.link (register, field, from_id, to_id, valid_from, valid_to) select register, field, from_id, to_id, valid_from, until from gone;
  insert into {live}.link (register, field, from_id, to_id, valid_from)
    select ${facts}, n.id, given.id, n.changed_at from (${changedIn(`n.id, n.changed_at, n.${column} as now, o.${column} as was`, `n.${column} is distinct from o.${column}`)}) n
    cross join lateral (select distinct unnest(n.now) as id) given where not given.id = any (n.was);`,
    }
  })
  const row = rowOf(register, 'n')
  const own = ['n.created_by', ...(register.scope?.own ?? []).map((name) => `n.${columnOf(name)}`)].map((column, index) => {
    const many = index > 0 && register.fields[register.scope?.own?.[index - 1] ?? '']?.kind === 'links'
    return many ? column : `array[${column}]`
  })
  const entry = `n.reference, n.${columnOf(register.title)}, n.state, ${row.unit}, ${own.join(' || ')}, ${row.secret}, n.withdrawn_at is not null, ${row.whole ?? 'null::uuid'}`
  const text = searchText(register, 'n')
  const words = `setweight(to_tsvector('swedish', coalesce(n.reference, '') || ' ' || coalesce(n.${columnOf(register.title)}::text, '')), 'A') || to_tsvector('swedish', left(${text}, 300000))`
  const plain = `left(coalesce(n.reference, '') || ' ' || ${text}, 4000)`
  const given = (alias: string) => `(${links.map(({ column }) => `${alias}.${column}`).join(', ')})`
  const relink = links.length
    ? `
  if exists (${changedIn('1', `${given('n')} is distinct from ${given('o')}`)}) then${links.map(({ check }) => check).join('')}${links
    .map(({ change }) => change)
    .join('')}
  end if;`
    : ''
  const texts = [register.title, ...textFields(register)].map((name) => `n.${columnOf(name)} is distinct from o.${columnOf(name)}`)
  return `
create or replace function {history}.record_${tableOf(register)}_insert() returns trigger language plpgsql security definer set search_path = {live}, pg_temp as $$
begin${links.map(({ check }) => check).join('')}${keep('create')}${links.map(({ add }) => add).join('')}
  insert into {live}.search_entry (register, id, reference, title, state, unit, own, secret, withdrawn, whole, words, plain)
    select ${literal(register.name)}, n.id, ${entry}, ${words}, ${plain} from new_rows n;
  return null;
end $$;
create or replace function {history}.record_${tableOf(register)}_update() returns trigger language plpgsql security definer set search_path = {live}, pg_temp as $$
begin
  update {history}.${table} h set version_to = n.changed_at from new_rows n where h.id = n.id and h.version = n.version - 1;${keep('update')}${relink}
  update {live}.search_entry s set (reference, title, state, unit, own, secret, withdrawn, whole) = (${entry}) from new_rows n
    where s.id = n.id and (s.reference, s.title, s.state, s.unit, s.own, s.secret, s.withdrawn, s.whole) is distinct from (${entry});
  update {live}.search_entry s set words = ${words}, plain = ${plain} from (${changedIn('n.*', texts.join(' or '))}) n where s.id = n.id;
  return null;
end $$;
drop trigger if exists stamp on {live}.${table};
drop trigger if exists record_insert on {live}.${table};
drop trigger if exists record_update on {live}.${table};
create trigger stamp before insert or update on {live}.${table} for each row execute function {live}.stamp();
create trigger record_insert after insert on {live}.${table} referencing new table as new_rows for each statement execute function {history}.record_${tableOf(register)}_insert();
create trigger record_update after update on {live}.${table} referencing new table as new_rows old table as old_rows for each statement execute function {history}.record_${tableOf(register)}_update();`
}

const tableOfName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Row-level security: the last guard. A version of the past is shown to those who may read both it and the record as it is now.
 * Who hands over or marks what he may change sees the record until the transaction that does it ends: without that the
 * database would refuse a change by which somebody gives up his own right to read.
 */
function policies(register: Register): string {
  const table = quote(tableOf(register))
  const justWritten = `(${table}.changed_by = (select {live}.actor()) and ${table}.changed_at >= (select {live}.moment_of_change()))`
  const row = rowOf(register, table)
  // `offset 0` keeps the planner from reading the whole table into memory for the sake of one page.
  const readableNow = `exists (select 1 from {live}.${table} now where now.id = ${table}.id offset 0)`
  const changing = changingActions(register)
  const one = rowOf(register, table, { eachRow: true })
  const any = (after: boolean) =>
    [...new Set(changing.map((action) => mayOn(register, action, one, { after, eachRow: true })))].join(' or ')
  return `
alter table {live}.${table} enable row level security;
alter table {history}.${table} enable row level security;
drop policy if exists readable on {live}.${table};
drop policy if exists creatable on {live}.${table};
drop policy if exists changeable on {live}.${table};
drop policy if exists readable on {history}.${table};
create policy readable on {live}.${table} for select using (${mayRead(register, row)} or ${justWritten});
create policy creatable on {live}.${table} for insert with check (${mayOn(register, 'create', one, { eachRow: true })});
create policy changeable on {live}.${table} for update using (${any(false)}) with check (${any(true)});
create policy readable on {history}.${table} for select using (${mayRead(register, row)} and (${mayReadAll(register)} or ${readableNow}));
grant select, insert, update on {live}.${table} to {app};
grant select on {history}.${table} to {app};`
}

/** The table as it was: the same columns, filled from history. */
const asOfView = (register: Register): string => {
  const table = quote(tableOf(register))
  const columns = columnsOf(register)
    .map(({ name }) => quote(name))
    .join(', ')
  return `
drop view if exists {asOf}.${table};
create view {asOf}.${table} with (security_invoker = true) as
  select ${columns} from {history}.${table} where version_from <= (select {live}.as_of()) and version_to > (select {live}.as_of());
grant select on {asOf}.${table} to {app};`
}

/** For each register whose records have parts: may the actor read, or change, the whole with this identity? Asked by the policies of the parts. */
function wholes(catalogue: Catalogue): string {
  const names = [...new Set(catalogue.registers.flatMap((register) => wholeOf(register) ?? []))]
  return names
    .map((name) => {
      const register = catalogue.register(name)
      const row = rowOf(register, 'w')
      const asks = (action: 'read' | 'change', may: string) => `
create or replace function {live}.${wholeFunction(name, action)}(which uuid) returns boolean language sql stable security definer set search_path = {live}, pg_temp as
$$ select exists (select 1 from ${quote(tableOf(register))} w where w.id = which and ${may}) $$;`
      return `${asks('read', mayRead(register, row))}${asks('change', `${mayRead(register, row)} and ${mayOn(register, 'update', row)} and ${open(register, 'w')}`)}`
    })
    .join('')
}

/** How a list sorts when nobody has said otherwise, as columns of an index. */
const sortColumns = (register: Register): string[] =>
  register.list.sort.flatMap((name) => {
    const plain = name.replace(/^-/, '')
    const field = register.fields[plain]
    const kind = field ? shapeOf(field).kind : null
    if (kind === 'link' || kind === 'links') return []
    return [`${quote(columnOf(plain))} ${name.startsWith('-') ? 'desc' : 'asc'} nulls last`]
  })

/** The columns by which reading is judged, carried along in an index so that versions of the past are counted without being fetched. */
const judged = (register: Register): string => {
  const own = register.scope?.own ?? []
  // A list of links may be longer than an index takes.
  if (own.some((name) => register.fields[name]?.kind === 'links')) return ''
  const secrecy = secrecyColumn(register)
  const columns = [
    'id',
    'created_by',
    ...own.map(columnOf),
    ...(register.scope?.unit ? [columnOf(register.scope.unit)] : []),
    ...(secrecy ? [secrecy] : []),
    ...(Object.values(register.access).some(({ readIn }) => readIn) ? ['state'] : []),
  ]
  return ` include (${[...new Set(columns)].map(quote).join(', ')})`
}

/**
 * Indexes: the default order of the list, every link, what clocks watch, and what is unique. Those of the past mirror those of today and also
 * hold when each version was valid, so that only the versions of the day asked for are read from the table.
 */
function indexes(register: Register): string {
  const table = tableOf(register)
  const lines: string[] = []
  const index = (name: string, columns: string, unique = false) => {
    lines.push(
      `create ${unique ? 'unique ' : ''}index if not exists ${quote(`${table}_${name}`)} on {live}.${quote(table)} (${columns}) where withdrawn_at is null;`,
    )
    if (unique) return
    lines.push(`drop index if exists {history}.${quote(`${table}_${name}`)};`)
    lines.push(
      `create index if not exists ${quote(`${table}_then_${name}`)} on {history}.${quote(table)} (${columns}, version_from, version_to) where withdrawn_at is null;`,
    )
  }
  lines.push(
    `create index if not exists ${quote(`${table}_then`)} on {history}.${quote(table)} (version_to, version_from)${judged(register)} where withdrawn_at is null;`,
  )
  const sort = sortColumns(register)
  if (sort.length)
    index(
      `by_${register.list.sort.map((name) => columnOf(name.replace(/^-/, 'desc_'))).join('_')}`.slice(0, 50),
      [...sort, 'id'].join(', '),
    )
  for (const [name, field] of Object.entries(register.fields))
    if (shapeOf(field).kind === 'link') index(`of_${columnOf(name)}`, quote(columnOf(name)))
  // Where the list is in the order of the day, its index serves.
  for (const name of (register.deadlines ?? []).filter((name) => register.list.sort[0]?.replace(/^-/, '') !== name))
    lines.push(
      `create index if not exists ${quote(`${table}_due_${columnOf(name)}`)} on {live}.${quote(table)} (${quote(columnOf(name))}) where withdrawn_at is null;`,
    )
  for (const combination of register.unique ?? [])
    index(`one_${combination.map(columnOf).join('_')}`.slice(0, 50), combination.map((name) => quote(columnOf(name))).join(', '), true)
  return lines.join('\n')
}

/** Everything in the database that follows from the definitions and holds no records: functions, triggers, policies, views, indexes. Made anew whenever it changes. */
export function derivedSchema(catalogue: Catalogue, schemas: Schemas): string {
  const script = [
    contextFunctions.replace('{loaderName}', schemas.loader),
    wholes(catalogue),
    ...catalogue.registers.map(
      (register) => `-- ${pathOf(register)}${recording(register)}${policies(register)}${asOfView(register)}\n${indexes(register)}`,
    ),
    searchFunctions(catalogue),
    accessLogFunctions,
    `grant usage on schema {live}, {history}, {asOf} to {app};
grant execute on all functions in schema {live}, {asOf} to {app};
revoke execute on all functions in schema {history} from public;`,
  ]
  return inSchemas(script.join('\n'), schemas)
}
