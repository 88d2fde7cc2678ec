-- Operators see how much all tenants use. The ledger is appended in the order of its time.
create index usage_records_time on billing.usage_records using brin (occurred_at) with (autosummarize = on);
create policy operators on billing.usage_records for select to csai_system using (true);
grant select (tenant_id, meter, quantity, occurred_at) on billing.usage_records to csai_system;
grant select on billing.usage_v1 to csai_system;
