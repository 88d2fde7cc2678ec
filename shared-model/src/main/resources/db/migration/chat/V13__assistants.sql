-- How a tenant's assistant answers, and whether it does. Who has no row has the defaults.

-- What was published, as it was then.
create table chat.assistant_versions (
  tenant_id uuid not null references chat.tenants (id),
  number int not null check (number > 0),
  settings jsonb not null,
  -- The version that was published anew, if this is one.
  restored_from int,
  published_at timestamptz not null,
  -- A member or a key, and the name they had then.
  publisher_id uuid not null,
  publisher_name text not null,
  primary key (tenant_id, number),
  foreign key (tenant_id, restored_from) references chat.assistant_versions (tenant_id, number)
);

create table chat.assistants (
  tenant_id uuid primary key references chat.tenants (id),
  enabled boolean not null default true,
  channels_off text[] not null default '{}' check (channels_off <@ '{widget}'),
  draft jsonb not null,
  -- Counts the changes of the draft, so that nobody overwrites one they have not seen.
  revision int not null default 0 check (revision >= 0),
  -- In force; none as long as nothing was published.
  version int,
  foreign key (tenant_id, version) references chat.assistant_versions (tenant_id, number)
);

do $$
declare
  t text;
begin
  foreach t in array array['assistants', 'assistant_versions'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format($p$create policy tenant on chat.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
  end loop;
end $$;

grant select, insert, update on chat.assistants to csai_app;
grant select, insert on chat.assistant_versions to csai_app;

-- The figures of an assistant are those of the turns completed in a time.
create index turns_completed on chat.turns (tenant_id, completed_at) where state = 'completed';
