-- The ledger of what was used. Facts are only ever added.
create table billing.usage_records (
  tenant_id uuid not null,
  -- Fixed by whoever used it, so a message that comes twice adds nothing.
  id uuid not null,
  meter text not null check (meter in ('messages', 'input_tokens', 'output_tokens', 'embedding_tokens')),
  quantity bigint not null check (quantity >= 0),
  occurred_at timestamptz not null,
  source text not null check (source in ('turn', 'ingestion')),
  source_id uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);
create index usage_records_period on billing.usage_records (tenant_id, occurred_at) include (meter, quantity);

alter table billing.usage_records enable row level security;
alter table billing.usage_records force row level security;
create policy tenant on billing.usage_records to csai_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- Neither update nor delete: a ledger is corrected by adding to it.
grant select, insert on billing.usage_records to csai_app;

create view billing.usage_v1 with (security_invoker = true) as
  select tenant_id, meter, quantity, occurred_at from billing.usage_records;
grant select on billing.usage_v1 to csai_app;
