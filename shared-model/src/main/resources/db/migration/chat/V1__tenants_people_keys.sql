-- Tenants, people and keys. Every tenant table forces row-level security for the role that does tenant work;
-- csai_system reads what must be known before the tenant is (keys, log-in) and what crosses tenants.

create table chat.tenants (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  default_locale text not null default 'en',
  languages text[] not null default '{en,he}',
  brand_color text not null default '#0f6f5c',
  brand_position text not null default 'bottom-right',
  logo_url text,
  greetings jsonb not null default '{}',
  requests_per_minute int not null check (requests_per_minute > 0),
  created_at timestamptz not null default now()
);

create table chat.api_keys (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  kind text not null check (kind in ('publishable')),
  key_text text not null unique,
  allowed_origins text[] not null default '{}',
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (tenant_id, id)
);

-- Identity is global by e-mail; membership is many.
create table chat.people (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password_hash text not null,
  name text not null,
  operator boolean not null default false,
  created_at timestamptz not null default now()
);

create table chat.members (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  person_id uuid not null references chat.people (id),
  role text not null check (role in ('owner', 'admin', 'agent')),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, person_id)
);

create table chat.refresh_tokens (
  token_hash bytea primary key,
  family_id uuid not null,
  person_id uuid not null references chat.people (id),
  tenant_id uuid references chat.tenants (id),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  successor_sealed text,
  revoked_at timestamptz
);
create index on chat.refresh_tokens (family_id);

create table chat.signing_keys (
  id uuid primary key,
  public_jwk text not null,
  private_sealed text not null,
  created_at timestamptz not null default now()
);

do $$
declare
  t text;
begin
  foreach t in array array['tenants', 'api_keys', 'members', 'people', 'refresh_tokens', 'signing_keys'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format('create policy system on chat.%I to csai_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on chat.%I to csai_system', t);
  end loop;
end $$;

create policy tenant on chat.tenants to csai_app
  using (id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, update on chat.tenants to csai_app;

create policy tenant on chat.api_keys to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on chat.api_keys to csai_app;

create policy tenant on chat.members to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on chat.members to csai_app;
