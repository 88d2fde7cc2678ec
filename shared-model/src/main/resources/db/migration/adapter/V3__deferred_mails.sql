-- Mails, sealed, that the mail server did not take at first. They wait here, apart, and are tried again.
create table adapter.deferred_mails (
  message_id uuid primary key,
  sealed text not null,
  deferred_at timestamptz not null,
  next_try_at timestamptz not null
);
create index on adapter.deferred_mails (next_try_at);

alter table adapter.deferred_mails enable row level security;
alter table adapter.deferred_mails force row level security;
create policy system on adapter.deferred_mails to csai_system using (true) with check (true);
grant select, insert, update, delete on adapter.deferred_mails to csai_system;
