-- Of the active generation, as chunk_count: pages that are pictures without text, of which nothing is searched.
alter table ingest.documents add column unreadable_pages int not null default 0 check (unreadable_pages >= 0);

create or replace view ingest.documents_v1 with (security_invoker = true) as
  select tenant_id, document_id, active_generation_id, status, progress, chunk_count, problem, updated_at, revision,
    unreadable_pages
  from ingest.documents
  where deleted_at is null;
