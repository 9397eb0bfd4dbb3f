-- Clocks and notices. These are the product's own tables: what is derived from the records, or tells of them, has no history.

-- What a clock has come to for a record and a day. The primary key is what makes it fire once, whatever the number of servers.
create table {live}.clock_firing (
  clock text not null,
  record uuid not null,
  due timestamptz not null,
  stage text not null check (stage in ('warn', 'due', 'late', 'begun')),
  fired_at timestamptz not null default now(),
  primary key (record, clock, due, stage)
);
create index clock_firing_clock on {live}.clock_firing (clock) where stage = 'begun';

-- A record in which a clock could not do what it was to do; tried again, and shown to the administrator until it succeeds.
create table {live}.clock_fault (
  clock text not null,
  record uuid not null,
  fault text not null,
  since timestamptz not null,
  last_at timestamptz not null,
  attempts integer not null default 1,
  primary key (clock, record)
);

-- What a person is told of a record, and what has become of the e-mail about it. Notices of the same `letter` go in one e-mail; it is the identity of the first of them, whose attempts count.
create table {live}.notice (
  id uuid primary key,
  person uuid not null,
  kind text not null,
  register text not null,
  record uuid not null,
  words jsonb not null,
  by_person uuid,
  made_at timestamptz not null,
  read_at timestamptz,
  mail text not null default 'waiting' check (mail in ('waiting', 'sent', 'refused', 'none')),
  letter uuid,
  attempts integer not null default 0,
  next_attempt timestamptz,
  sent_at timestamptz,
  last_error text
) with (fillfactor = 80);
create index notice_person on {live}.notice (person, id desc);
create index notice_record on {live}.notice (record);
create index notice_unread on {live}.notice (person) where read_at is null;
create index notice_waiting on {live}.notice (next_attempt, person) where mail = 'waiting';
create index notice_letter on {live}.notice (letter) where letter is not null and mail = 'waiting';

-- How a person wants to be told: the language, which kinds go by e-mail, at once or gathered, and when not.
create table {live}.notice_choice (
  person uuid primary key,
  value jsonb not null
);

-- One row: since when e-mail is sent, and how it goes.
create table {live}.mail_service (
  only_row boolean primary key default true check (only_row),
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failing_since timestamptz,
  last_error text
);

-- The secret address of a person's calendar. Only the SHA-256 of it is stored; a withdrawn one stays, and opens nothing.
create table {live}.calendar_feed (
  token_hash bytea primary key,
  person uuid not null,
  made_at timestamptz not null default now(),
  revoked_at timestamptz
);
create unique index calendar_feed_one on {live}.calendar_feed (person) where revoked_at is null;

grant select, insert, update, delete on {live}.clock_firing, {live}.clock_fault, {live}.notice_choice to {app};
grant select, insert, update on {live}.notice, {live}.mail_service, {live}.calendar_feed to {app};

-- What belongs to one person belongs to nobody else, whatever the role: the system makes it and sends it, the person reads it.
alter table {live}.notice enable row level security;
alter table {live}.notice_choice enable row level security;
alter table {live}.calendar_feed enable row level security;
create policy own on {live}.notice using (person = (select nullif(current_setting('varna.actor', true), '')::uuid));
create policy of_system on {live}.notice using ((select string_to_array(current_setting('varna.roles', true), ',') && '{system}'));
create policy own on {live}.notice_choice using (person = (select nullif(current_setting('varna.actor', true), '')::uuid));
create policy of_system on {live}.notice_choice using ((select string_to_array(current_setting('varna.roles', true), ',') && '{system}'));
create policy own on {live}.calendar_feed using (person = (select nullif(current_setting('varna.actor', true), '')::uuid));
create policy of_system on {live}.calendar_feed using ((select string_to_array(current_setting('varna.roles', true), ',') && '{system}'));
