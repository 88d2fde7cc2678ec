-- What is searched. A document's index is built generation by generation beside the one in use; which generation is
-- searched is one column of ingest.documents, so that a search sees all of a generation or nothing of it.

create table ingest.documents (
  tenant_id uuid not null,
  document_id uuid not null,
  active_generation_id uuid,
  status text not null default 'pending' check (status in ('pending', 'processing', 'completed', 'failed')),
  progress smallint not null default 0 check (progress between 0 and 100),
  -- Of the active generation.
  chunk_count int not null default 0 check (chunk_count >= 0),
  problem jsonb,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, document_id)
);

create table ingest.generations (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  -- The model its vectors are of; vectors of different models cannot be compared.
  embedding_model text not null,
  created_at timestamptz not null default now(),
  activated_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references ingest.documents (tenant_id, document_id) on delete cascade
);
create index generations_document on ingest.generations (tenant_id, document_id);

alter table ingest.documents add foreign key (tenant_id, active_generation_id)
  references ingest.generations (tenant_id, id);

create table ingest.chunks (
  tenant_id uuid not null,
  generation_id uuid not null,
  -- Place in the document, from 0.
  ordinal int not null check (ordinal >= 0),
  id uuid not null,
  document_id uuid not null,
  heading text,
  page int check (page >= 1),
  text text not null check (text <> ''),
  language text not null,
  tokens int not null check (tokens >= 0),
  -- Of unit length; absent where the model does not know the language.
  embedding real[],
  -- A sketch of the embedding: near vectors differ in few bits, and bits are counted fast.
  signature bit varying,
  primary key (tenant_id, generation_id, ordinal),
  unique (tenant_id, id),
  foreign key (tenant_id, generation_id) references ingest.generations (tenant_id, id) on delete cascade,
  check ((embedding is null) = (signature is null))
);
-- Vectors do not compress, and most rows are read without them.
alter table ingest.chunks alter column embedding set storage external;

-- For each term the chunks that have it, each with its impact: the part of BM25 that is known when a chunk is indexed.
-- One row holds the chunks of one write. There is no foreign key: it would cost an index as large as the table.
create table ingest.postings (
  tenant_id uuid not null,
  term text not null,
  generation_id uuid not null,
  first_ordinal int not null,
  ordinals int[] not null,
  impacts real[] not null,
  primary key (tenant_id, term, generation_id, first_ordinal),
  check (cardinality(ordinals) = cardinality(impacts))
);

do $$
declare
  t text;
begin
  foreach t in array array['documents', 'generations', 'chunks', 'postings'] loop
    execute format('alter table ingest.%I enable row level security', t);
    execute format('alter table ingest.%I force row level security', t);
    execute format($p$create policy tenant on ingest.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
  end loop;
end $$;

grant select, insert, update, delete on ingest.documents, ingest.generations, ingest.chunks, ingest.postings
  to csai_app;

-- What other modules read.
create view ingest.documents_v1 with (security_invoker = true) as
  select tenant_id, document_id, active_generation_id, status, progress, chunk_count, problem, updated_at
  from ingest.documents;
create view ingest.chunks_v1 with (security_invoker = true) as
  select tenant_id, generation_id, ordinal, id, document_id, heading, page, text, language, tokens, embedding,
    signature
  from ingest.chunks;
create view ingest.postings_v1 with (security_invoker = true) as
  select tenant_id, term, generation_id, ordinals, impacts
  from ingest.postings;
grant select on ingest.documents_v1, ingest.chunks_v1, ingest.postings_v1 to csai_app;
