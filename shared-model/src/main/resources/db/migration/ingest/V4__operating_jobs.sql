-- What operators see of the jobs, and what they asked for.

-- Spring Batch writes local times; as instants they mean the same to every reader, whatever the process's zone.
alter table ingest.batch_job_execution
  alter column create_time type timestamptz,
  alter column start_time type timestamptz,
  alter column end_time type timestamptz,
  alter column last_updated type timestamptz;
alter table ingest.batch_step_execution
  alter column create_time type timestamptz,
  alter column start_time type timestamptz,
  alter column end_time type timestamptz,
  alter column last_updated type timestamptz;

create index batch_job_execution_status on ingest.batch_job_execution (status, job_execution_id);
create index batch_job_execution_end on ingest.batch_job_execution (end_time);

-- Every schema with a job repository gives these three views, with these columns.
create view ingest.jobs_v1 with (security_invoker = true) as
  select 'ingestDocument'::text as job_name;

create view ingest.job_executions_v1 with (security_invoker = true) as
  select e.job_execution_id as id, i.job_name::text as job_name, e.status::text as status,
    e.exit_code::text as exit_code, e.exit_message::text as exit_message,
    (select s.step_name::text from ingest.batch_step_execution s
      where s.job_execution_id = e.job_execution_id and s.status in ('FAILED', 'UNKNOWN')
      order by s.step_execution_id desc limit 1) as failed_step,
    e.start_time as started_at, e.end_time as ended_at,
    (select coalesce(jsonb_object_agg(p.parameter_name, p.parameter_value), '{}')
      from ingest.batch_job_execution_params p
      where p.job_execution_id = e.job_execution_id and p.parameter_value is not null) as parameters,
    (select p.parameter_value::uuid from ingest.batch_job_execution_params p
      where p.job_execution_id = e.job_execution_id and p.parameter_name = 'tenant') as tenant_id,
    (select p.parameter_value::uuid from ingest.batch_job_execution_params p
      where p.job_execution_id = e.job_execution_id and p.parameter_name = 'document') as document_id,
    -- The work decides: it was given up, and neither it nor a later wish for the document has been tried since.
    e.status not in ('COMPLETED', 'ABANDONED')
      and not exists (select from ingest.batch_job_execution later
        where later.job_instance_id = e.job_instance_id and later.job_execution_id > e.job_execution_id)
      and exists (select from ingest.work w
        join ingest.batch_job_execution_params t
          on t.job_execution_id = e.job_execution_id and t.parameter_name = 'tenant'
        join ingest.batch_job_execution_params d
          on d.job_execution_id = e.job_execution_id and d.parameter_name = 'document'
        join ingest.batch_job_execution_params h
          on h.job_execution_id = e.job_execution_id and h.parameter_name = 'wish'
        where w.tenant_id = t.parameter_value::uuid and w.document_id = d.parameter_value::uuid
          and w.wish = h.parameter_value and w.outcome = 'failed'
          and not exists (select from ingest.work later
            where later.tenant_id = w.tenant_id and later.document_id = w.document_id
              and later.position > w.position)) as restartable
  from ingest.batch_job_execution e
  join ingest.batch_job_instance i on i.job_instance_id = e.job_instance_id;

create view ingest.job_steps_v1 with (security_invoker = true) as
  select s.step_execution_id as id, s.job_execution_id as execution_id, s.step_name::text as name,
    s.status::text as status, s.exit_code::text as exit_code, s.read_count, s.write_count, s.filter_count,
    s.read_skip_count + s.write_skip_count + s.process_skip_count as skip_count, s.commit_count, s.rollback_count,
    s.start_time as started_at, s.end_time as ended_at
  from ingest.batch_step_execution s;

-- They cross tenants, so the role that does tenant work sees none of them.
grant select on ingest.jobs_v1, ingest.job_executions_v1, ingest.job_steps_v1 to csai_system;

-- Who asked for what to be done again. A message that comes twice is one request.
create table ingest.restarts (
  tenant_id uuid not null,
  message_id uuid not null,
  document_id uuid not null,
  job_execution_id bigint not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  primary key (tenant_id, message_id)
);
alter table ingest.restarts enable row level security;
alter table ingest.restarts force row level security;
create policy tenant on ingest.restarts to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on ingest.restarts to csai_app;
