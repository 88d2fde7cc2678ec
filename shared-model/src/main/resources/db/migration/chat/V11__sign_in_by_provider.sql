-- Signing in at a tenant's own OpenID provider.

create table chat.identity_providers (
  tenant_id uuid primary key references chat.tenants (id),
  issuer text not null check (length(issuer) between 1 and 500),
  client_id text not null check (length(client_id) between 1 and 200),
  client_secret_sealed text not null,
  default_role text not null check (default_role in ('admin', 'agent')),
  -- Whether an address counts that the provider says nothing of; one that it calls unverified never does.
  trusts_email boolean not null,
  -- Whether an owner chose whom to trust. Who else does must not become an owner by it.
  chosen_by_owner boolean not null,
  enabled boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table chat.identity_provider_domains (
  tenant_id uuid not null references chat.identity_providers (tenant_id) on delete cascade,
  domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
  -- What the domain's zone must hold.
  code text not null,
  created_at timestamptz not null,
  verified_at timestamptz,
  primary key (tenant_id, domain)
);
create unique index identity_provider_domains_verified on chat.identity_provider_domains (domain)
  where verified_at is not null;

-- On the way to a provider. Nonce and code verifier are made of state, browser and a key, and stored nowhere.
create table chat.sign_in_attempts (
  state_hash bytea primary key,
  browser_hash bytea not null,
  tenant_id uuid not null references chat.tenants (id),
  issuer text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on chat.sign_in_attempts (expires_at);

-- Who was removed is not let in again because a provider still knows them.
create table chat.former_members (
  tenant_id uuid not null references chat.tenants (id),
  person_id uuid not null references chat.people (id) on delete cascade,
  removed_at timestamptz not null,
  primary key (tenant_id, person_id)
);

do $$
declare
  t text;
begin
  foreach t in array array['identity_providers', 'identity_provider_domains', 'sign_in_attempts', 'former_members'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
  end loop;
  foreach t in array array['identity_providers', 'identity_provider_domains', 'former_members'] loop
    execute format($p$create policy tenant on chat.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
    -- Whoever signs in has no tenant yet.
    execute format('create policy system on chat.%I for select to csai_system using (true)', t);
    execute format('grant select on chat.%I to csai_system', t);
  end loop;
end $$;
grant select, insert, update, delete on chat.identity_providers, chat.identity_provider_domains to csai_app;
grant select, insert, update on chat.former_members to csai_app;

create policy system on chat.sign_in_attempts to csai_system using (true) with check (true);
-- "update" is what row locks ask for.
grant select, insert, update, delete on chat.sign_in_attempts to csai_system;

-- Of a session that a provider has vouched for: which one. It lasts while the tenant trusts that one.
alter table chat.refresh_tokens add column issuer text check (issuer is null or tenant_id is not null);
