-- What a member typed can change: which content of the document a piece of work is about, and which is known.
alter table ingest.documents add column revision int not null default 1 check (revision > 0);
alter table ingest.work
  add column revision int not null default 1 check (revision > 0),
  add column written boolean not null default false;

create or replace view ingest.documents_v1 with (security_invoker = true) as
  select tenant_id, document_id, active_generation_id, status, progress, chunk_count, problem, updated_at, revision
  from ingest.documents
  where deleted_at is null;
