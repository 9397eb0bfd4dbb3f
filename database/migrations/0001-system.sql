-- The product's own tables: none of them holds an authority's records, so none has a history.

create extension if not exists pg_trgm with schema public;

-- One row: whose database this is. `loading` is true only while a demonstration's past is played in.
create table {live}.authority (
  only_row boolean primary key default true check (only_row),
  name text not null,
  demonstration boolean not null default false,
  made_at timestamptz not null default now()
);

create table {live}.account (
  person uuid primary key,
  email text not null,
  password_hash text not null,
  changed_at timestamptz not null default now()
);
create unique index account_email on {live}.account (lower(email));

-- A signed-in person. Only the SHA-256 of the cookie is stored.
create table {live}.session (
  token_hash bytea primary key,
  person uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_person on {live}.session (person);

create table {live}.api_token (
  token_hash bytea primary key,
  person uuid not null,
  name text not null,
  scope text not null check (scope in ('read', 'write')),
  expires_at timestamptz not null
);

-- The next number of each series of references.
create table {live}.series (
  register text not null,
  year integer not null,
  last_number integer not null,
  primary key (register, year)
);

-- A request that has been carried out, kept for a day so that a retry gives the same answer and does nothing twice.
create table {live}.request (
  key text not null,
  actor uuid not null,
  fingerprint text not null,
  answer jsonb,
  made_at timestamptz not null default now(),
  primary key (actor, key)
);
create index request_made_at on {live}.request (made_at);

-- Stored files by the SHA-256 of their content.
create table {live}.file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null,
  size bigint not null,
  content bytea not null,
  made_at timestamptz not null default now()
);
alter table {live}.file alter column content set storage external;

-- Who has handed in which file: a person may attach only what he has handed in himself.
create table {live}.upload (
  sha256 text not null references {live}.file,
  person uuid not null,
  name text not null,
  made_at timestamptz not null default now(),
  primary key (sha256, person)
);

create table {live}.saved_view (
  id uuid primary key,
  person uuid not null,
  register text not null,
  label text not null,
  query text not null,
  made_at timestamptz not null default now()
);
create index saved_view_person on {live}.saved_view (person);

create table {live}.preference (
  person uuid primary key,
  value jsonb not null
);

-- Reading of records with a secrecy marking, and refused attempts. Apart from history, and append-only.
create table {live}.access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person uuid,
  event text not null,
  register text,
  record uuid,
  request uuid
);

-- Index of many-links, seen from both ends. Follows from the records; kept by triggers.
create table {live}.link (
  register text not null,
  field text not null,
  from_id uuid not null,
  to_id uuid not null,
  valid_from timestamptz not null,
  primary key (from_id, register, field, to_id)
);
create index link_to on {live}.link (to_id, register, field);
create table {history}.link (
  register text not null,
  field text not null,
  from_id uuid not null,
  to_id uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null
);
create index link_to on {history}.link (to_id, register, field);

-- Index of search. Follows from the records; kept by triggers. `own` are the persons whose own the record is.
create table {live}.search_entry (
  id uuid primary key,
  register text not null,
  reference text,
  title text collate "sv-SE-x-icu",
  state text,
  unit uuid,
  own uuid[] not null,
  secret boolean not null,
  withdrawn boolean not null,
  words tsvector not null,
  plain text not null
) with (fillfactor = 80);
create index search_entry_words on {live}.search_entry using gin (words) with (gin_pending_list_limit = 256);
create index search_entry_plain on {live}.search_entry using gin (lower(plain) gin_trgm_ops) with (gin_pending_list_limit = 256);

grant usage on schema {live}, {history}, {asOf} to {app};
grant select, insert, update on {live}.authority to {app};
grant select, insert, update, delete on {live}.account, {live}.session, {live}.api_token, {live}.saved_view, {live}.preference, {live}.request to {app};
grant select, insert, update on {live}.series to {app};
grant select, insert on {live}.file, {live}.upload to {app};
grant insert on {live}.access_log to {app};
