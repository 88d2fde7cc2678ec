-- Who changed what, or tried to: one entry for each operation of management. Nobody changes an entry afterwards, not
-- even the owner of the table; what is found out about entries later stands in tables of its own.

create table chat.audit_entries (
  -- The platform's own (the nil UUID) are no tenant's: what operators do, and whoever is nobody yet.
  tenant_id uuid not null,
  -- One for each request, so that its entry is written once however often that is tried.
  id uuid primary key,
  occurred_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('member', 'backend', 'operator', 'anonymous')),
  actor_id uuid,
  -- As it was then.
  actor_name text,
  operation text not null check (length(operation) <= 200),
  target_kind text check (length(target_kind) <= 50),
  target_id text check (length(target_id) <= 100),
  outcome text not null check (outcome in ('allowed', 'denied', 'failed')),
  problem text,
  -- Not jsonb: the chain is made over these very characters.
  before json check (length(before::text) <= 262144),
  after json check (length(after::text) <= 262144),
  network text not null check (length(network) <= 100),
  request_id text not null check (length(request_id) <= 100),
  check ((target_kind is null) = (target_id is null)),
  check ((actor_kind = 'anonymous') = (actor_id is null))
);
create index on chat.audit_entries (tenant_id, id);

-- Entries that have no seal yet.
create table chat.audit_unsealed (
  tenant_id uuid not null,
  entry_id uuid not null,
  primary key (tenant_id, entry_id)
);

-- The chain of a tenant's entries: each hash covers the one before it.
create table chat.audit_seals (
  tenant_id uuid not null,
  position bigint not null check (position > 0),
  entry_id uuid not null unique,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, position)
);

-- Where a chain ends. Whoever lengthens it locks this row, and the MAC tells an end that was moved back.
create table chat.audit_chains (
  tenant_id uuid primary key,
  sealed bigint not null check (sealed >= 0),
  last_entry_id uuid,
  head text not null,
  mac text not null
);

create function chat.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never changed', tg_table_schema, tg_table_name;
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['audit_entries', 'audit_seals'] loop
    execute format('create trigger unchanged before update or delete on chat.%I
      for each row execute function chat.refuse_change()', t);
    execute format('create trigger kept before truncate on chat.%I
      for each statement execute function chat.refuse_change()', t);
  end loop;
  foreach t in array array['audit_entries', 'audit_unsealed', 'audit_seals', 'audit_chains'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format($p$create policy tenant on chat.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
    execute format('create policy system on chat.%I to csai_system using (true) with check (true)', t);
  end loop;
end $$;

grant select, insert on chat.audit_entries, chat.audit_unsealed to csai_app, csai_system;
grant select on chat.audit_seals, chat.audit_chains to csai_app;
grant select, insert on chat.audit_seals to csai_system;
grant select, insert, update on chat.audit_chains to csai_system;
grant delete on chat.audit_unsealed to csai_system;
