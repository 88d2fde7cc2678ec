-- A tenant's people: who is a member, and who is invited.

-- Of a person a tenant sees what its member shows; people themselves are read by the system role only.
alter table chat.members
  add column email text,
  add column name text;
-- The owner of the tables is bound by their policies, too, and has none.
alter table chat.members no force row level security;
alter table chat.people no force row level security;
update chat.members m set email = p.email, name = p.name from chat.people p where p.id = m.person_id;
alter table chat.members force row level security;
alter table chat.people force row level security;
alter table chat.members alter column email set not null, alter column name set not null;

create table chat.invitations (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'agent')),
  inviter text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
create index on chat.invitations (expires_at);

alter table chat.invitations enable row level security;
alter table chat.invitations force row level security;
create policy tenant on chat.invitations to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on chat.invitations to csai_app;
-- Whoever accepts is not a member yet.
create policy system on chat.invitations to csai_system using (true);
-- "update" is what row locks ask for.
grant select, update, delete on chat.invitations to csai_system;
