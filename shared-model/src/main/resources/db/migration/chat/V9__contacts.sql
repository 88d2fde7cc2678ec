-- Who chats: said by the tenant's own server in a signed token, or by the page alone.

create table chat.contacts (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  -- The tenant's own name for the person.
  external_id text check (length(external_id) between 1 and 320),
  name text check (length(name) between 1 and 320),
  email text check (length(email) between 1 and 320),
  verified boolean not null,
  blocked boolean not null default false,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, id),
  -- Whom a page merely names is never the one whom the server has vouched for.
  unique (tenant_id, external_id, verified),
  check (external_id is not null or not verified)
);

-- What signs the tokens. Each holds until another takes its place, and then for the time of an overlap.
create table chat.contact_secrets (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  sealed text not null,
  created_at timestamptz not null,
  ends_at timestamptz,
  primary key (tenant_id, id)
);
create unique index contact_secrets_current on chat.contact_secrets (tenant_id) where ends_at is null;

alter table chat.conversations add column contact_id uuid;

-- What pages have said so far becomes unverified contacts. The owner of the tables is bound by their policies, too, and
-- has none.
alter table chat.conversations no force row level security;
update chat.conversations c set contact_id = said.contact_id
  from (select tenant_id, id, first_value(id) over (partition by tenant_id,
      coalesce(nullif(contact ->> 'externalId', ''), id::text) order by created_at, id) as contact_id
    from chat.conversations
    where coalesce(contact ->> 'externalId', '') || coalesce(contact ->> 'name', '')
      || coalesce(contact ->> 'email', '') <> '') said
  where c.tenant_id = said.tenant_id and c.id = said.id;
insert into chat.contacts (tenant_id, id, external_id, name, email, verified, first_seen_at, last_seen_at)
  select tenant_id, contact_id, max(nullif(contact ->> 'externalId', '')),
    (array_agg(nullif(contact ->> 'name', '') order by created_at desc))[1],
    (array_agg(nullif(contact ->> 'email', '') order by created_at desc))[1],
    false, min(created_at), max(updated_at)
  from chat.conversations where contact_id is not null
  group by tenant_id, contact_id;
alter table chat.conversations force row level security;

alter table chat.conversations
  drop column contact,
  add foreign key (tenant_id, contact_id) references chat.contacts (tenant_id, id);
create index conversations_contact on chat.conversations (tenant_id, contact_id) where contact_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['contacts', 'contact_secrets'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format($p$create policy tenant on chat.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
  end loop;
end $$;

grant select, insert, update on chat.contacts to csai_app;
grant select, insert, update, delete on chat.contact_secrets to csai_app;
