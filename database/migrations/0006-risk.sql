alter table {live}."risk" add column "analysis" uuid;
alter table {history}."risk" add column "analysis" uuid;

alter table {live}."risk" add column "participants" uuid[] not null default '{}';
alter table {history}."risk" add column "participants" uuid[] default '{}';

alter table {live}."risk" add column "vulnerability" text;
alter table {history}."risk" add column "vulnerability" text;

alter table {live}."risk" add column "confidentiality" boolean;
alter table {history}."risk" add column "confidentiality" boolean;

alter table {live}."risk" add column "integrity" boolean;
alter table {history}."risk" add column "integrity" boolean;

alter table {live}."risk" add column "availability" boolean;
alter table {history}."risk" add column "availability" boolean;

alter table {live}."risk" add column "category" text collate "sv-SE-x-icu";
alter table {history}."risk" add column "category" text collate "sv-SE-x-icu";

alter table {live}."risk" add column "inherent_consequence" smallint;
alter table {history}."risk" add column "inherent_consequence" smallint;

alter table {live}."risk" add column "inherent_likelihood" smallint;
alter table {history}."risk" add column "inherent_likelihood" smallint;

alter table {live}."risk" add column "inherent_value" numeric;
alter table {history}."risk" add column "inherent_value" numeric;

alter table {live}."risk" add column "inherent_level" smallint;
alter table {history}."risk" add column "inherent_level" smallint;

alter table {live}."risk" add column "target_consequence" smallint;
alter table {history}."risk" add column "target_consequence" smallint;

alter table {live}."risk" add column "target_likelihood" smallint;
alter table {history}."risk" add column "target_likelihood" smallint;

alter table {live}."risk" add column "target_value" numeric;
alter table {history}."risk" add column "target_value" numeric;

alter table {live}."risk" add column "target_level" smallint;
alter table {history}."risk" add column "target_level" smallint;

alter table {live}."risk" add column "confidence" smallint;
alter table {history}."risk" add column "confidence" smallint;

alter table {live}."risk" add column "method" uuid;
alter table {history}."risk" add column "method" uuid;

alter table {live}."risk" add column "revalue" boolean;
alter table {history}."risk" add column "revalue" boolean;

alter table {live}."risk" add column "loss_model" jsonb;
alter table {history}."risk" add column "loss_model" jsonb;

alter table {live}."risk" add column "material" boolean;
alter table {history}."risk" add column "material" boolean;

alter table {live}."risk" add column "material_grounds" text;
alter table {history}."risk" add column "material_grounds" text;

alter table {live}."risk" add column "handler" uuid;
alter table {history}."risk" add column "handler" uuid;

alter table {live}."risk" add column "decider" uuid;
alter table {history}."risk" add column "decider" uuid;

alter table {live}."risk" add column "mandate" text;
alter table {history}."risk" add column "mandate" text;

alter table {live}."risk" add column "decide_by" date;
alter table {history}."risk" add column "decide_by" date;

alter table {live}."risk" add column "takes_two" boolean;
alter table {history}."risk" add column "takes_two" boolean;

alter table {live}."risk" add column "raised_to" text;
alter table {history}."risk" add column "raised_to" text;

alter table {live}."risk" add column "decided_value" numeric;
alter table {history}."risk" add column "decided_value" numeric;

alter table {live}."risk" add column "decided_on" date;
alter table {history}."risk" add column "decided_on" date;

alter table {live}."risk" add column "accepted_until" date;
alter table {history}."risk" add column "accepted_until" date;

alter table {live}."risk" add column "conditions" text;
alter table {history}."risk" add column "conditions" text;

create table {live}."risk_analysis" (
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
  "kind" text not null,
  "unit" uuid not null,
  "leader" uuid not null,
  "participants" uuid[] not null default '{}',
  "boundaries" text,
  "assets" uuid[] not null default '{}',
  "systems" uuid[] not null default '{}',
  "activities" uuid[] not null default '{}',
  "suppliers" uuid[] not null default '{}',
  "planned_on" date,
  "done_on" date,
  "method" uuid,
  "conclusion" text,
  "marking" jsonb
) with (fillfactor = 85);
create table {history}."risk_analysis" (
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
  "kind" text,
  "unit" uuid,
  "leader" uuid,
  "participants" uuid[],
  "boundaries" text,
  "assets" uuid[],
  "systems" uuid[],
  "activities" uuid[],
  "suppliers" uuid[],
  "planned_on" date,
  "done_on" date,
  "method" uuid,
  "conclusion" text,
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

create table {live}."risk_estimate" (
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
  "analysis" uuid not null,
  "risk" uuid not null,
  "person" uuid not null,
  "consequence" smallint,
  "likelihood" smallint,
  "reason" text
) with (fillfactor = 85);
create table {history}."risk_estimate" (
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
  "analysis" uuid,
  "risk" uuid,
  "person" uuid,
  "consequence" smallint,
  "likelihood" smallint,
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

create table {live}."risk_option" (
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
  "risk" uuid not null,
  "name" text collate "sv-SE-x-icu" not null,
  "response" text not null,
  "description" text,
  "cost_once" numeric(15,2),
  "cost_yearly" numeric(15,2),
  "consequence" smallint,
  "likelihood" smallint,
  "value" numeric,
  "level" smallint,
  "proposed" boolean
) with (fillfactor = 85);
create table {history}."risk_option" (
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
  "risk" uuid,
  "name" text collate "sv-SE-x-icu",
  "response" text,
  "description" text,
  "cost_once" numeric(15,2),
  "cost_yearly" numeric(15,2),
  "consequence" smallint,
  "likelihood" smallint,
  "value" numeric,
  "level" smallint,
  "proposed" boolean,
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

create table {live}."escalation" (
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
  "risk" uuid not null,
  "person" uuid,
  "purpose" text,
  "role" text,
  "unit" uuid,
  "basis" text,
  "value" numeric,
  "threshold" numeric,
  "within" numeric,
  "instead_of" uuid,
  "answer_by" date,
  "acknowledged_on" date,
  "ended_on" date
) with (fillfactor = 85);
create table {history}."escalation" (
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
  "risk" uuid,
  "person" uuid,
  "purpose" text,
  "role" text,
  "unit" uuid,
  "basis" text,
  "value" numeric,
  "threshold" numeric,
  "within" numeric,
  "instead_of" uuid,
  "answer_by" date,
  "acknowledged_on" date,
  "ended_on" date,
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

create table {live}."challenge" (
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
  "risk" uuid not null,
  "question" text not null,
  "answer_by" date,
  "answerer" uuid,
  "answer" text
) with (fillfactor = 85);
create table {history}."challenge" (
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
  "risk" uuid,
  "question" text,
  "answer_by" date,
  "answerer" uuid,
  "answer" text,
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

create table {live}."risk_comment" (
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
  "risk" uuid not null,
  "text" text not null
) with (fillfactor = 85);
create table {history}."risk_comment" (
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
  "risk" uuid,
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

create table {live}."risk_method" (
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
create table {history}."risk_method" (
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

alter table {live}."action" add column "plan" uuid;
alter table {history}."action" add column "plan" uuid;

alter table {live}."action" add column "starts" date;
alter table {history}."action" add column "starts" date;

alter table {live}."action" add column "depends_on" uuid[] not null default '{}';
alter table {history}."action" add column "depends_on" uuid[] default '{}';

alter table {live}."action" add column "findings" uuid[] not null default '{}';
alter table {history}."action" add column "findings" uuid[] default '{}';

alter table {live}."action" add column "reviews" uuid[] not null default '{}';
alter table {history}."action" add column "reviews" uuid[] default '{}';

alter table {live}."action" add column "exercises" uuid[] not null default '{}';
alter table {history}."action" add column "exercises" uuid[] default '{}';

alter table {live}."action" add column "done_on" date;
alter table {history}."action" add column "done_on" date;

alter table {live}."action" add column "check_by" date;
alter table {history}."action" add column "check_by" date;

alter table {live}."action" add column "effective" smallint;
alter table {history}."action" add column "effective" smallint;

create table {live}."action_plan" (
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
  "purpose" text,
  "source" text not null,
  "unit" uuid not null,
  "owner" uuid not null,
  "analysis" uuid,
  "assessment" uuid,
  "starts" date,
  "ends" date,
  "decided_on" date,
  "follow_up" text,
  "actions" numeric,
  "actions_done" numeric,
  "cost_estimated" numeric,
  "cost_actual" numeric,
  "marking" jsonb
) with (fillfactor = 85);
create table {history}."action_plan" (
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
  "purpose" text,
  "source" text,
  "unit" uuid,
  "owner" uuid,
  "analysis" uuid,
  "assessment" uuid,
  "starts" date,
  "ends" date,
  "decided_on" date,
  "follow_up" text,
  "actions" numeric,
  "actions_done" numeric,
  "cost_estimated" numeric,
  "cost_actual" numeric,
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

create table {live}."finding" (
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
  "title" text collate "sv-SE-x-icu" not null,
  "description" text,
  "kind" text not null,
  "severity" smallint,
  "unit" uuid not null,
  "responsible" uuid not null,
  "answer_by" date not null,
  "risks" uuid[] not null default '{}',
  "requirements" uuid[] not null default '{}',
  "answer" text,
  "marking" jsonb
) with (fillfactor = 85);
create table {history}."finding" (
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
  "title" text collate "sv-SE-x-icu",
  "description" text,
  "kind" text,
  "severity" smallint,
  "unit" uuid,
  "responsible" uuid,
  "answer_by" date,
  "risks" uuid[],
  "requirements" uuid[],
  "answer" text,
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

create table {live}."absence" (
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
  "person" uuid not null,
  "deputy" uuid not null,
  "valid_from" date not null,
  "valid_to" date not null
) with (fillfactor = 85);
create table {history}."absence" (
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
  "person" uuid,
  "deputy" uuid,
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

alter table {live}."risk" add foreign key ("analysis") references {live}."risk_analysis" (id);

alter table {live}."risk" add foreign key ("method") references {live}."risk_method" (id);

alter table {live}."risk" add foreign key ("handler") references {live}."person" (id);

alter table {live}."risk" add foreign key ("decider") references {live}."person" (id);

alter table {live}."risk_analysis" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."risk_analysis" add foreign key ("leader") references {live}."person" (id);

alter table {live}."risk_analysis" add foreign key ("method") references {live}."risk_method" (id);

alter table {live}."risk_estimate" add foreign key ("analysis") references {live}."risk_analysis" (id);

alter table {live}."risk_estimate" add foreign key ("risk") references {live}."risk" (id);

alter table {live}."risk_estimate" add foreign key ("person") references {live}."person" (id);

alter table {live}."risk_option" add foreign key ("risk") references {live}."risk" (id);

alter table {live}."escalation" add foreign key ("risk") references {live}."risk" (id);

alter table {live}."escalation" add foreign key ("person") references {live}."person" (id);

alter table {live}."escalation" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."escalation" add foreign key ("instead_of") references {live}."person" (id);

alter table {live}."challenge" add foreign key ("risk") references {live}."risk" (id);

alter table {live}."challenge" add foreign key ("answerer") references {live}."person" (id);

alter table {live}."risk_comment" add foreign key ("risk") references {live}."risk" (id);

alter table {live}."risk_method" add foreign key ("based_on") references {live}."risk_method" (id);

alter table {live}."action" add foreign key ("plan") references {live}."action_plan" (id);

alter table {live}."action_plan" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."action_plan" add foreign key ("owner") references {live}."person" (id);

alter table {live}."action_plan" add foreign key ("analysis") references {live}."risk_analysis" (id);

alter table {live}."action_plan" add foreign key ("assessment") references {live}."self_assessment" (id);

alter table {live}."finding" add foreign key ("unit") references {live}."unit" (id);

alter table {live}."finding" add foreign key ("responsible") references {live}."person" (id);

alter table {live}."absence" add foreign key ("person") references {live}."person" (id);

alter table {live}."absence" add foreign key ("deputy") references {live}."person" (id);
