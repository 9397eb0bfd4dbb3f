/**
 * The log of access stands apart from history: who has read what is marked as secret, and what has been asked for in vain. The
 * application's role can neither read nor write the table, only note through a function that takes the person and the time from the
 * transaction. A record asked for that does exist, but not for the one who asks, is noted as `hidden`.
 */
export const accessLogFunctions = `
create or replace function {live}.note_access(what text, which text, asked uuid[], asking uuid) returns void
  language plpgsql volatile security definer set search_path = {live}, pg_temp as $$
begin
  if what = 'secret-listed' then perform set_config('synchronous_commit', 'off', true); end if;
  insert into access_log (person, event, register, record, request)
    select actor(), case when what = 'not-found' and exists (select 1 from search_entry s where s.id = a.id and s.register = which) then 'hidden' else what end, which, a.id, asking
    from unnest(asked) as a(id);
end $$;
revoke all on {live}.access_log from {app};`
