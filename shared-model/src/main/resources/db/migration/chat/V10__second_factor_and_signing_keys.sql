-- A second factor for those who want one, and keys that take turns in signing.

-- The secret that an authenticator shares. It waits for a first code until expires_at, and counts from confirmed_at on.
create table chat.second_factors (
  person_id uuid primary key references chat.people (id) on delete cascade,
  secret_sealed text not null,
  created_at timestamptz not null,
  tries int not null default 0,
  expires_at timestamptz,
  confirmed_at timestamptz,
  -- The newest time step whose code was taken; none is taken twice, nor one before it.
  last_step bigint not null default 0,
  check ((expires_at is null) = (confirmed_at is not null))
);
create index on chat.second_factors (expires_at) where expires_at is not null;

-- Each stands in for the authenticator once, and is gone then.
create table chat.recovery_codes (
  person_id uuid not null references chat.second_factors (person_id) on delete cascade,
  code_hash bytea not null,
  primary key (person_id, code_hash)
);

do $$
declare
  t text;
begin
  foreach t in array array['second_factors', 'recovery_codes'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format('create policy system on chat.%I to csai_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on chat.%I to csai_system', t);
  end loop;
end $$;

-- A key is published before it signs, and signs until the next one does.
alter table chat.signing_keys add column signs_from timestamptz;
-- The owner of the tables is bound by their policies, too, and has none.
alter table chat.signing_keys no force row level security;
update chat.signing_keys set signs_from = created_at;
alter table chat.signing_keys force row level security;
alter table chat.signing_keys alter column signs_from set not null;
