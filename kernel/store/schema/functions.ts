/**
 * Functions every policy and query stands on. The context of a transaction is set with `set_config(…, true)` and dies with it:
 * `varna.actor` (person), `varna.roles` (comma-separated), `varna.mandates` (role and unit per assignment), `varna.as_of`,
 * and for writes `varna.operation`, `varna.move`, `varna.reason`, `varna.request`.
 */
export const contextFunctions = `
create or replace function {live}.actor() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('varna.actor', true), '')::uuid $$;

create or replace function {live}.has_role(wanted text[]) returns boolean language sql stable parallel safe as
$$ select string_to_array(current_setting('varna.roles', true), ',') && wanted $$;

create or replace function {live}.as_of() returns timestamptz language sql stable parallel safe as
$$ select nullif(current_setting('varna.as_of', true), '')::timestamptz $$;

-- The units the actor answers for in any of the roles: the assigned ones and all below them, as the organisation stands today.
create or replace function {live}.units_of(wanted text[]) returns uuid[] language plpgsql stable security definer set search_path = {live}, pg_temp as $$
declare mandates jsonb := nullif(current_setting('varna.mandates', true), '')::jsonb; found uuid[];
begin
  if mandates is null or not has_role(wanted) then return '{}'; end if;
  with recursive below as (
    select (m->>'unit')::uuid as id from jsonb_array_elements(mandates) m where m->>'role' = any (wanted)
    union
    select u.id from unit u join below b on u.parent = b.id
  ) select coalesce(array_agg(id), '{}') into found from below where id is not null;
  return found;
end $$;

-- The moment a change happens. Only the loader of a demonstration may name another moment than now.
create or replace function {live}.moment_of_change() returns timestamptz language plpgsql stable as $$
begin
  if current_user = '{loaderName}' then return coalesce(nullif(current_setting('varna.now', true), '')::timestamptz, now()); end if;
  return now();
end $$;

-- Facts of every version are set by the database, whatever a statement says.
create or replace function {live}.stamp() returns trigger language plpgsql set search_path = {live}, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := moment_of_change();
    new.created_by := actor();
    new.changed_at := new.created_at;
    new.changed_by := new.created_by;
    new.withdrawn_at := null;
    if new.state is not null then new.moved_at := new.created_at; new.moved_by := new.created_by; end if;
    return new;
  end if;
  if new.id is distinct from old.id then raise exception 'the identity of a record cannot change' using errcode = '22000'; end if;
  new.version := old.version + 1;
  new.reference := old.reference;
  new.created_at := old.created_at;
  new.created_by := old.created_by;
  new.changed_at := greatest(moment_of_change(), old.changed_at + interval '1 microsecond');
  new.changed_by := actor();
  new.moved_at := old.moved_at;
  new.moved_by := old.moved_by;
  if new.state is distinct from old.state then new.moved_at := new.changed_at; new.moved_by := new.changed_by; end if;
  if old.withdrawn_at is null and new.withdrawn_at is not null then new.withdrawn_at := new.changed_at; end if;
  return new;
end $$;
`
