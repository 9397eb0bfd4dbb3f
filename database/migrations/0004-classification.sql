-- Classification in four steps: models, classifications and their valuations, security measures and their gaps, threats, suppliers,
-- processes, campaigns; and needs that are inherited by what carries the information.

alter table {live}."information_asset" add column "traceability" smallint;
alter table {history}."information_asset" add column "traceability" smallint;

alter table {live}."information_asset" add column "classification" uuid;
alter table {history}."information_asset" add column "classification" uuid;

alter table {live}."information_asset" add column "occasion" text;
alter table {history}."information_asset" add column "occasion" text;

alter table {live}."information_asset" add column "occasion_on" date;
alter table {history}."information_asset" add column "occasion_on" date;

create table {live}."classification" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "asset" uuid not null,
  "model" uuid not null,
  "unit" uuid not null,
  "owner" uuid,
  "participants" uuid[] not null default '{}',
  "occasion" text not null,
  "occasion_note" text,
  "based_on" uuid,
  "shared" boolean,
  "revaluation" uuid,
  "due_by" date,
  "confidentiality" smallint,
  "integrity" smallint,
  "availability" smallint,
  "traceability" smallint,
  "highest_other" smallint,
  "level" smallint,
  "left_to_value" numeric,
  "four_eyes" boolean,
  "grounds" text,
  "decided_on" date,
  "classified_on" date,
  "brought_confidentiality" smallint,
  "brought_integrity" smallint,
  "brought_availability" smallint,
  "brought_traceability" smallint,
  "review_by" date,
  "marking" jsonb,
  "evidence" jsonb not null default '[]'
) with (fillfactor = 85);
create table {history}."classification" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "asset" uuid,
  "model" uuid,
  "unit" uuid,
  "owner" uuid,
  "participants" uuid[],
  "occasion" text,
  "occasion_note" text,
  "based_on" uuid,
  "shared" boolean,
  "revaluation" uuid,
  "due_by" date,
  "confidentiality" smallint,
  "integrity" smallint,
  "availability" smallint,
  "traceability" smallint,
  "highest_other" smallint,
  "level" smallint,
  "left_to_value" numeric,
  "four_eyes" boolean,
  "grounds" text,
  "decided_on" date,
  "classified_on" date,
  "brought_confidentiality" smallint,
  "brought_integrity" smallint,
  "brought_availability" smallint,
  "brought_traceability" smallint,
  "review_by" date,
  "marking" jsonb,
  "evidence" jsonb,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."valuation" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "classification" uuid not null,
  "aspect" text collate "sv-SE-x-icu" not null,
  "category" text collate "sv-SE-x-icu" not null,
  "level" smallint,
  "reason" text
) with (fillfactor = 85);
create table {history}."valuation" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "classification" uuid,
  "aspect" text collate "sv-SE-x-icu",
  "category" text collate "sv-SE-x-icu",
  "level" smallint,
  "reason" text,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."classification_comment" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "classification" uuid not null,
  "step" text not null,
  "text" text not null
) with (fillfactor = 85);
create table {history}."classification_comment" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "classification" uuid,
  "step" text,
  "text" text,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

alter table {live}."system" add column "suppliers" uuid[] not null default '{}';
alter table {history}."system" add column "suppliers" uuid[] default '{}';

alter table {live}."system" add column "inherited_confidentiality" smallint;
alter table {history}."system" add column "inherited_confidentiality" smallint;

alter table {live}."system" add column "inherited_integrity" smallint;
alter table {history}."system" add column "inherited_integrity" smallint;

alter table {live}."system" add column "inherited_availability" smallint;
alter table {history}."system" add column "inherited_availability" smallint;

alter table {live}."system" add column "inherited_traceability" smallint;
alter table {history}."system" add column "inherited_traceability" smallint;

alter table {live}."system" add column "set_confidentiality" smallint;
alter table {history}."system" add column "set_confidentiality" smallint;

alter table {live}."system" add column "set_integrity" smallint;
alter table {history}."system" add column "set_integrity" smallint;

alter table {live}."system" add column "set_availability" smallint;
alter table {history}."system" add column "set_availability" smallint;

alter table {live}."system" add column "set_traceability" smallint;
alter table {history}."system" add column "set_traceability" smallint;

alter table {live}."system" add column "confidentiality" smallint;
alter table {history}."system" add column "confidentiality" smallint;

alter table {live}."system" add column "integrity" smallint;
alter table {history}."system" add column "integrity" smallint;

alter table {live}."system" add column "availability" smallint;
alter table {history}."system" add column "availability" smallint;

alter table {live}."system" add column "traceability" smallint;
alter table {history}."system" add column "traceability" smallint;

alter table {live}."system" add column "level" smallint;
alter table {history}."system" add column "level" smallint;

alter table {live}."system" add column "set_grounds" text;
alter table {history}."system" add column "set_grounds" text;

alter table {live}."system" add column "need_changed_on" date;
alter table {history}."system" add column "need_changed_on" date;

create table {live}."activity" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu" not null,
  "description" text,
  "owner" uuid,
  "unit" uuid not null,
  "uses" uuid[] not null default '{}',
  "confidentiality" smallint,
  "integrity" smallint,
  "availability" smallint,
  "traceability" smallint,
  "level" smallint,
  "marking" jsonb
) with (fillfactor = 85);
create table {history}."activity" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "description" text,
  "owner" uuid,
  "unit" uuid,
  "uses" uuid[],
  "confidentiality" smallint,
  "integrity" smallint,
  "availability" smallint,
  "traceability" smallint,
  "level" smallint,
  "marking" jsonb,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."supplier" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu" not null,
  "organisation_number" text collate "sv-SE-x-icu",
  "description" text,
  "owner" uuid,
  "unit" uuid not null,
  "agreement_until" date,
  "inherited_confidentiality" smallint,
  "inherited_integrity" smallint,
  "inherited_availability" smallint,
  "inherited_traceability" smallint,
  "set_confidentiality" smallint,
  "set_integrity" smallint,
  "set_availability" smallint,
  "set_traceability" smallint,
  "confidentiality" smallint,
  "integrity" smallint,
  "availability" smallint,
  "traceability" smallint,
  "level" smallint,
  "set_grounds" text,
  "need_changed_on" date,
  "marking" jsonb
) with (fillfactor = 85);
create table {history}."supplier" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "organisation_number" text collate "sv-SE-x-icu",
  "description" text,
  "owner" uuid,
  "unit" uuid,
  "agreement_until" date,
  "inherited_confidentiality" smallint,
  "inherited_integrity" smallint,
  "inherited_availability" smallint,
  "inherited_traceability" smallint,
  "set_confidentiality" smallint,
  "set_integrity" smallint,
  "set_availability" smallint,
  "set_traceability" smallint,
  "confidentiality" smallint,
  "integrity" smallint,
  "availability" smallint,
  "traceability" smallint,
  "level" smallint,
  "set_grounds" text,
  "need_changed_on" date,
  "marking" jsonb,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."measure_assessment" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "measure" uuid not null,
  "system" uuid,
  "asset" uuid,
  "unit" uuid,
  "status" text not null,
  "severity" smallint,
  "reason" text,
  "evidence" jsonb not null default '[]',
  "assessor" uuid,
  "assessed_on" date,
  "accepted_until" date,
  "required" boolean,
  "treated" boolean,
  "gap" boolean,
  "standing" text,
  "marking" jsonb
) with (fillfactor = 85);
create table {history}."measure_assessment" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "measure" uuid,
  "system" uuid,
  "asset" uuid,
  "unit" uuid,
  "status" text,
  "severity" smallint,
  "reason" text,
  "evidence" jsonb,
  "assessor" uuid,
  "assessed_on" date,
  "accepted_until" date,
  "required" boolean,
  "treated" boolean,
  "gap" boolean,
  "standing" text,
  "marking" jsonb,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."risk_proposal" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "classification" uuid not null,
  "name" text collate "sv-SE-x-icu" not null,
  "gap" uuid,
  "threat" uuid,
  "outcome" text not null,
  "risk" uuid,
  "reason" text
) with (fillfactor = 85);
create table {history}."risk_proposal" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "classification" uuid,
  "name" text collate "sv-SE-x-icu",
  "gap" uuid,
  "threat" uuid,
  "outcome" text,
  "risk" uuid,
  "reason" text,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."classification_model" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu" not null,
  "description" text,
  "based_on" uuid,
  "content" jsonb,
  "valid_from" date,
  "valid_to" date
) with (fillfactor = 85);
create table {history}."classification_model" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "description" text,
  "based_on" uuid,
  "content" jsonb,
  "valid_from" date,
  "valid_to" date,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."security_measure" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "key" text collate "sv-SE-x-icu" not null,
  "name" text collate "sv-SE-x-icu" not null,
  "description" text,
  "evidence" text,
  "requirements" uuid[] not null default '{}'
) with (fillfactor = 85);
create table {history}."security_measure" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "key" text collate "sv-SE-x-icu",
  "name" text collate "sv-SE-x-icu",
  "description" text,
  "evidence" text,
  "requirements" uuid[],
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."threat" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "key" text collate "sv-SE-x-icu" not null,
  "name" text collate "sv-SE-x-icu" not null,
  "cause" text,
  "event" text,
  "effect" text,
  "confidentiality" boolean,
  "integrity" boolean,
  "availability" boolean
) with (fillfactor = 85);
create table {history}."threat" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "key" text collate "sv-SE-x-icu",
  "name" text collate "sv-SE-x-icu",
  "cause" text,
  "event" text,
  "effect" text,
  "confidentiality" boolean,
  "integrity" boolean,
  "availability" boolean,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

create table {live}."revaluation" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "reference" text unique,
  "state" text,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "changed_at" timestamptz not null default now(),
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu" not null,
  "model" uuid not null,
  "due_by" date not null,
  "message" text
) with (fillfactor = 85);
create table {history}."revaluation" (
  "id" uuid,
  "version" integer,
  "reference" text,
  "state" text,
  "created_at" timestamptz,
  "created_by" uuid,
  "changed_at" timestamptz,
  "changed_by" uuid,
  "moved_at" timestamptz,
  "moved_by" uuid,
  "withdrawn_at" timestamptz,
  "name" text collate "sv-SE-x-icu",
  "model" uuid,
  "due_by" date,
  "message" text,
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)
) with (fillfactor = 85);

alter table {live}."risk" add column "classification" uuid;
alter table {history}."risk" add column "classification" uuid;

alter table {live}."risk" add column "gaps" uuid[] not null default '{}';
alter table {history}."risk" add column "gaps" uuid[] default '{}';

alter table {live}."risk" add column "threats" uuid[] not null default '{}';
alter table {history}."risk" add column "threats" uuid[] default '{}';

alter table {live}."action" add column "gaps" uuid[] not null default '{}';
alter table {history}."action" add column "gaps" uuid[] default '{}';

alter table {live}."action" add column "classification" uuid;
alter table {history}."action" add column "classification" uuid;

alter table {live}."information_asset" add foreign key ("classification") references {live}."classification" (id);

alter table {live}."classification" add foreign key ("asset") references {live}."information_asset" (id);

alter table {live}."classification" add foreign key ("model") references {live}."classification_model" (id);

alter table {live}."classification" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."classification" add foreign key ("owner") references {live}."person" (id);

alter table {live}."classification" add foreign key ("based_on") references {live}."classification" (id);

alter table {live}."classification" add foreign key ("revaluation") references {live}."revaluation" (id);

alter table {live}."valuation" add foreign key ("classification") references {live}."classification" (id);

alter table {live}."classification_comment" add foreign key ("classification") references {live}."classification" (id);

alter table {live}."activity" add foreign key ("owner") references {live}."person" (id);

alter table {live}."activity" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."supplier" add foreign key ("owner") references {live}."person" (id);

alter table {live}."supplier" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."measure_assessment" add foreign key ("measure") references {live}."security_measure" (id);

alter table {live}."measure_assessment" add foreign key ("system") references {live}."system" (id);

alter table {live}."measure_assessment" add foreign key ("asset") references {live}."information_asset" (id);

alter table {live}."measure_assessment" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."measure_assessment" add foreign key ("assessor") references {live}."person" (id);

alter table {live}."risk_proposal" add foreign key ("classification") references {live}."classification" (id);

alter table {live}."risk_proposal" add foreign key ("gap") references {live}."measure_assessment" (id);

alter table {live}."risk_proposal" add foreign key ("threat") references {live}."threat" (id);

alter table {live}."risk_proposal" add foreign key ("risk") references {live}."risk" (id);

alter table {live}."classification_model" add foreign key ("based_on") references {live}."classification_model" (id);

alter table {live}."revaluation" add foreign key ("model") references {live}."classification_model" (id);

alter table {live}."risk" add foreign key ("classification") references {live}."classification" (id);

alter table {live}."action" add foreign key ("classification") references {live}."classification" (id);

-- A system had its supplier as text; suppliers are now records. Every text that has stood there becomes a supplier, known from the day
-- it was first written, and every version of a system leads to it. What the systems held is unchanged: no version is added to them.
alter table {live}."system" disable trigger user;

create temporary table named_supplier on commit drop as
  with said as (
    select btrim(supplier) as name, unit, marking, version_from, id
    from {history}."system" where btrim(supplier) <> ''
  ), first_said as (
    -- Known by no one but those who may know of the system, where every system that names it is marked.
    select distinct on (name) name, unit, marking from said order by name, marking is not null, version_from, id
  )
  select gen_random_uuid() as id, f.name, f.unit, f.marking, since.at,
    extract(year from since.at at time zone 'Europe/Stockholm')::integer as year, null::text as reference
  from first_said f cross join lateral (select min(s.version_from) as at from said s where s.name = f.name) since;

update named_supplier n set reference = 'LEV-' || n.year || '-' || lpad(placed.number::text, 4, '0')
from (select id, row_number() over (partition by year order by at, name) as number from named_supplier) placed where placed.id = n.id;

insert into {live}.series (register, year, last_number)
  select 'supplier', year, count(*) from named_supplier group by year;

insert into {live}."supplier" (id, version, reference, created_at, changed_at, name, unit, marking)
  select id, 1, reference, at, at, name, unit, marking from named_supplier;

insert into {history}."supplier"
  (id, version, reference, created_at, changed_at, name, unit, marking, version_from, version_operation, version_reason, version_database_user)
  select id, 1, reference, at, at, name, unit, marking, at, 'create', 'Leverantören stod som text på ett system och fick en egen post.', session_user
  from named_supplier order by at, id;

insert into {live}.search_entry (register, id, reference, title, state, unit, own, secret, withdrawn, words, plain)
  select 'supplier', id, reference, name, null, unit, '{}', marking is not null, false,
    setweight(to_tsvector('swedish', reference || ' ' || name), 'A') || to_tsvector('swedish', name), reference || ' ' || name
  from named_supplier;

update {live}."system" s set suppliers = array[n.id] from named_supplier n where n.name = btrim(s.supplier);
update {history}."system" s set suppliers = array[n.id] from named_supplier n where n.name = btrim(s.supplier);

-- One link for each unbroken time that a system had the supplier.
create temporary table supplied on commit drop as
  with runs as (
    select h.id as system, h.suppliers[1] as supplier, h.version_from, h.version_to,
      h.version - row_number() over (partition by h.id, h.suppliers order by h.version) as run
    from {history}."system" h where h.suppliers <> '{}'
  )
  select system, supplier, min(version_from) as since, max(version_to) as until from runs group by system, supplier, run;
insert into {live}.link (register, field, from_id, to_id, valid_from)
  select 'system', 'suppliers', system, supplier, since from supplied where until = 'infinity';
insert into {history}.link (register, field, from_id, to_id, valid_from, valid_to)
  select 'system', 'suppliers', system, supplier, since, until from supplied where until <> 'infinity';

alter table {live}."system" enable trigger user;

-- The view of the past shows the column that leaves; it is made again with what else follows from the definitions.
drop view if exists {asOf}."system";
alter table {live}."system" drop column supplier;
alter table {history}."system" drop column supplier;
