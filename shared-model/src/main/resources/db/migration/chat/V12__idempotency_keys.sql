-- Answers to requests that create, kept for a day for those who did not hear them and ask again.

create table chat.idempotency_keys (
  tenant_id uuid not null references chat.tenants (id),
  -- The person or the key who asked.
  principal uuid not null,
  operation text not null check (length(operation) <= 200),
  -- HMACs: of the client's key, and of what was asked for under it.
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  answer_sealed text not null check (length(answer_sealed) <= 262144),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, principal, operation, key_hash)
);
create index on chat.idempotency_keys (expires_at);

alter table chat.idempotency_keys enable row level security;
alter table chat.idempotency_keys force row level security;
create policy tenant on chat.idempotency_keys to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- The sweep belongs to no tenant.
create policy system on chat.idempotency_keys to csai_system using (true) with check (true);

grant select, insert, update on chat.idempotency_keys to csai_app;
-- "update" is what row locks ask for.
grant select, update, delete on chat.idempotency_keys to csai_system;
