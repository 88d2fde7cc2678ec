-- Signing up, proving an address by mail, and setting a password anew.

alter table chat.people
  add column locale text not null default 'en' check (length(locale) between 2 and 35);

-- One try to sign up for an address; a later one takes its place. Nothing else exists before the code is given.
create table chat.signups (
  email text primary key check (email = lower(email)),
  company_name text not null check (length(company_name) between 1 and 120),
  industry text check (length(industry) between 1 and 120),
  locale text not null,
  password_hash text not null,
  code_hash bytea not null,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on chat.signups (expires_at);

-- What a link in a mail carries, for one use: a log-in without a password, or a new password.
create table chat.mailed_tokens (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('magic-link', 'password-reset')),
  person_id uuid not null references chat.people (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on chat.mailed_tokens (person_id);
create index on chat.mailed_tokens (expires_at);
create index on chat.refresh_tokens (person_id);

alter table chat.tenants add column industry text check (length(industry) between 1 and 120);

do $$
declare
  t text;
begin
  foreach t in array array['signups', 'mailed_tokens'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format('create policy system on chat.%I to csai_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on chat.%I to csai_system', t);
  end loop;
end $$;

-- Mails about people belong to no tenant and are told by the system role.
grant insert on chat.outbox to csai_system;
