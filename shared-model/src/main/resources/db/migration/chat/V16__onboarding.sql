-- What no other row tells of a tenant's first steps; all else about them is read off what there is.

create table chat.onboarding (
  tenant_id uuid primary key references chat.tenants (id),
  -- Of the first question that a member tried, for nothing else is kept of a trial.
  tried_at timestamptz,
  -- Since when nobody wants to be reminded.
  dismissed_at timestamptz
);

alter table chat.onboarding enable row level security;
alter table chat.onboarding force row level security;
create policy tenant on chat.onboarding to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

grant select, insert, update on chat.onboarding to csai_app;
