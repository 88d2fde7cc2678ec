-- What operators do with tenants: suspend them, found them, and work in their rooms for a while.

alter table chat.tenants
  add column suspended_at timestamptz,
  add column suspended_reason text check (length(suspended_reason) between 1 and 500),
  add constraint tenants_suspension check ((suspended_at is null) = (suspended_reason is null));

-- Each time an operator began to act for a tenant. The token names the row, so whoever ends the row ends the token.
create table chat.operator_access (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  person_id uuid not null references chat.people (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index on chat.operator_access (expires_at);

alter table chat.operator_access enable row level security;
alter table chat.operator_access force row level security;
-- Whether it still holds is asked before the tenant is worked for, together with whether the person is an operator.
create policy system on chat.operator_access to csai_system using (true) with check (true);
grant select, insert, update, delete on chat.operator_access to csai_system;

-- Operators found tenants, and ask their first owners to come.
grant insert on chat.invitations to csai_system;

-- What operators create is remembered under the nil UUID, which is no tenant's.
alter table chat.idempotency_keys drop constraint idempotency_keys_tenant_id_fkey;
grant insert on chat.idempotency_keys to csai_system;

-- The list of tenants counts them, and sees nothing of what was said.
create policy counting on chat.conversations for select to csai_system using (true);
grant select (tenant_id) on chat.conversations to csai_system;
create policy counting on chat.messages for select to csai_system using (true);
grant select (tenant_id, id) on chat.messages to csai_system;
