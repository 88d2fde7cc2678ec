-- Knowledge that comes past the door, with a presigned upload, and knowledge that comes without a file.

alter table chat.documents
  add column kind text not null default 'file' check (kind in ('file', 'text', 'qa', 'profile')),
  -- Of the content; raised whenever it is replaced.
  add column revision int not null default 1 check (revision > 0),
  add column updated_at timestamptz;
update chat.documents set updated_at = created_at;
alter table chat.documents alter column updated_at set not null;

-- The same bytes twice are the same document; a file and a typed text never are.
drop index chat.documents_content;
create unique index documents_content on chat.documents (tenant_id, kind, sha256) where deleted_at is null;
create unique index documents_profile on chat.documents (tenant_id) where kind = 'profile' and deleted_at is null;

-- What was typed, as it was typed; the document's bytes are made of it.
create table chat.written_knowledge (
  tenant_id uuid not null,
  document_id uuid not null,
  content jsonb not null,
  primary key (tenant_id, document_id),
  foreign key (tenant_id, document_id) references chat.documents (tenant_id, id) on delete cascade
);

-- Documents whose bytes are awaited. The row outlives the confirmation, so that a repeated one is answered alike and
-- bytes that come after it are swept.
create table chat.uploads (
  tenant_id uuid not null references chat.tenants (id),
  -- Of the document it is to become.
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  content_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Each has copied the bytes to an address of its own, so that two at once cannot mix theirs.
  confirmations int not null default 0,
  -- The document that has the bytes, which is an earlier one if it had the same.
  document_id uuid,
  -- Which of the copies is that document's; none if the document had its bytes before.
  kept_copy int,
  swept_at timestamptz,
  primary key (tenant_id, id),
  check (document_id is null or swept_at is null)
);
create index uploads_expiring on chat.uploads (expires_at);
create index uploads_open on chat.uploads (tenant_id, expires_at) where document_id is null;

do $$
declare
  t text;
begin
  foreach t in array array['written_knowledge', 'uploads'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format($p$create policy tenant on chat.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
  end loop;
end $$;

grant select, insert, update, delete on chat.written_knowledge, chat.uploads to csai_app;

-- Uploads that expired are found across tenants.
create policy expired on chat.uploads for select to csai_system using (true);
grant select on chat.uploads to csai_system;
