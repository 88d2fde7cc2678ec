-- What is still to be done to documents, how far it is, and the outbox of what came of it.

-- A deleted document's row stays, empty: a message that comes late must not bring the document back.
alter table ingest.documents add column deleted_at timestamptz;
create or replace view ingest.documents_v1 with (security_invoker = true) as
  select tenant_id, document_id, active_generation_id, status, progress, chunk_count, problem, updated_at
  from ingest.documents
  where deleted_at is null;

create table ingest.work (
  tenant_id uuid not null,
  id uuid not null,
  position bigint not null generated always as identity,
  kind text not null check (kind in ('ingest', 'purge')),
  document_id uuid not null,
  -- What makes two messages the same wish: the bytes' hash, for a reprocessing also the message that asked for it.
  wish text not null,
  file_name text not null,
  blob text not null,
  sha256 text not null,
  accepted_at timestamptz not null,
  attempts int not null default 0,
  not_before timestamptz not null,
  -- Raised by every claim: whoever still works under an older epoch can commit nothing.
  epoch bigint not null default 0,
  claimed_at timestamptz,
  leased_until timestamptz,
  -- Set in the transaction that activates the generation; a later attempt has only tidying left to do.
  activated boolean not null default false,
  finished_at timestamptz,
  outcome text check (outcome in ('completed', 'refused', 'failed', 'withdrawn')),
  primary key (tenant_id, id),
  unique (tenant_id, document_id, wish),
  check ((finished_at is null) = (outcome is null))
);
create index work_waiting on ingest.work (tenant_id, position) where finished_at is null;
create index work_document on ingest.work (tenant_id, document_id, position) where finished_at is null;
create index work_served on ingest.work (tenant_id, claimed_at);

create table ingest.outbox (
  id uuid primary key,
  tenant_id uuid not null,
  destination text not null,
  payload text not null,
  created_at timestamptz not null default now()
);

do $$
declare
  t text;
begin
  foreach t in array array['work', 'outbox'] loop
    execute format('alter table ingest.%I enable row level security', t);
    execute format('alter table ingest.%I force row level security', t);
    execute format($p$create policy tenant on ingest.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
  end loop;
end $$;

grant select, insert, update, delete on ingest.work to csai_app;
grant insert on ingest.outbox to csai_app;

-- Work is claimed across tenants.
create policy claiming on ingest.work to csai_system using (true) with check (true);
grant select, update on ingest.work to csai_system;
create policy relay on ingest.outbox to csai_system using (true) with check (true);
grant select, update, delete on ingest.outbox to csai_system;

-- Spring Batch 6.0 metadata. Not a tenant's data: who ran what when, by identifiers only.
create table ingest.batch_job_instance (
  job_instance_id bigint not null primary key,
  version bigint,
  job_name varchar(100) not null,
  job_key varchar(32) not null,
  constraint job_inst_un unique (job_name, job_key)
);

create table ingest.batch_job_execution (
  job_execution_id bigint not null primary key,
  version bigint,
  job_instance_id bigint not null,
  create_time timestamp not null,
  start_time timestamp default null,
  end_time timestamp default null,
  status varchar(10),
  exit_code varchar(2500),
  exit_message varchar(2500),
  last_updated timestamp,
  constraint job_inst_exec_fk foreign key (job_instance_id)
  references ingest.batch_job_instance(job_instance_id)
);

create table ingest.batch_job_execution_params (
  job_execution_id bigint not null,
  parameter_name varchar(100) not null,
  parameter_type varchar(100) not null,
  parameter_value varchar(2500),
  identifying char(1) not null,
  constraint job_exec_params_fk foreign key (job_execution_id)
  references ingest.batch_job_execution(job_execution_id)
);

create table ingest.batch_step_execution (
  step_execution_id bigint not null primary key,
  version bigint not null,
  step_name varchar(100) not null,
  job_execution_id bigint not null,
  create_time timestamp not null,
  start_time timestamp default null,
  end_time timestamp default null,
  status varchar(10),
  commit_count bigint,
  read_count bigint,
  filter_count bigint,
  write_count bigint,
  read_skip_count bigint,
  write_skip_count bigint,
  process_skip_count bigint,
  rollback_count bigint,
  exit_code varchar(2500),
  exit_message varchar(2500),
  last_updated timestamp,
  constraint job_exec_step_fk foreign key (job_execution_id)
  references ingest.batch_job_execution(job_execution_id)
);

create table ingest.batch_step_execution_context (
  step_execution_id bigint not null primary key,
  short_context varchar(2500) not null,
  serialized_context text,
  constraint step_exec_ctx_fk foreign key (step_execution_id)
  references ingest.batch_step_execution(step_execution_id)
);

create table ingest.batch_job_execution_context (
  job_execution_id bigint not null primary key,
  short_context varchar(2500) not null,
  serialized_context text,
  constraint job_exec_ctx_fk foreign key (job_execution_id)
  references ingest.batch_job_execution(job_execution_id)
);

create sequence ingest.batch_step_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence ingest.batch_job_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence ingest.batch_job_instance_seq maxvalue 9223372036854775807 no cycle;
-- Its history is asked for by these at every start of a job.
create index batch_job_execution_instance on ingest.batch_job_execution (job_instance_id);
create index batch_job_execution_params_execution on ingest.batch_job_execution_params (job_execution_id);
create index batch_step_execution_execution on ingest.batch_step_execution (job_execution_id);

grant select, insert, update, delete on
  ingest.batch_job_instance, ingest.batch_job_execution, ingest.batch_job_execution_params,
  ingest.batch_step_execution, ingest.batch_step_execution_context, ingest.batch_job_execution_context
  to csai_system;
grant usage on sequence
  ingest.batch_step_execution_seq, ingest.batch_job_execution_seq, ingest.batch_job_instance_seq
  to csai_system;
