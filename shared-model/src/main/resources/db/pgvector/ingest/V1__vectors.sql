-- Vectors where pgvector is: the table that Spring AI's PgVectorStore writes, and what its rows must obey here. It
-- knows four columns; the others are read off the metadata, so that the wall between tenants and the references hold
-- for its rows as for any other.
create table ingest.vectors (
  id uuid primary key,
  -- Empty: the text is in ingest.chunks.
  content text not null check (content = ''),
  metadata jsonb not null,
  embedding public.vector(384) not null,
  tenant_id uuid not null generated always as ((metadata ->> 'tenantId')::uuid) stored,
  generation_id uuid not null generated always as ((metadata ->> 'generationId')::uuid) stored,
  ordinal int not null generated always as ((metadata ->> 'ordinal')::int) stored,
  -- Finds the vectors of a tenant of whose every one is compared, and those of chunks found by their words. It does not
  -- begin with the tenant, or the planner would take it where the index below is to be walked.
  unique (generation_id, ordinal),
  foreign key (tenant_id, generation_id, ordinal) references ingest.chunks (tenant_id, generation_id, ordinal)
    on delete cascade
);

-- What was indexed before moves here, each vector at its one place. The owner is bound by the tenants' policies too,
-- but for this transaction, whose locks nobody else looks past.
alter table ingest.chunks no force row level security;
insert into ingest.vectors (id, content, metadata, embedding)
  select id, '', jsonb_build_object('tenantId', tenant_id, 'generationId', generation_id, 'ordinal', ordinal),
    embedding::public.vector
  from ingest.chunks where embedding is not null;
update ingest.chunks set embedding = null, signature = null where embedding is not null;
-- An app that was not told of pgvector would write where nobody looks.
alter table ingest.chunks add check (embedding is null);
alter table ingest.chunks force row level security;

-- Finds the nearest vectors of a tenant that has a good part of all there are.
create index vectors_near on ingest.vectors using hnsw (embedding public.vector_cosine_ops);

alter table ingest.vectors enable row level security;
alter table ingest.vectors force row level security;
create policy tenant on ingest.vectors to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on ingest.vectors to csai_app;

create view ingest.vectors_v1 with (security_invoker = true) as
  select tenant_id, generation_id, ordinal, embedding from ingest.vectors;
grant select on ingest.vectors_v1 to csai_app;
