-- Mails that were handed to a mail server, so that a message that comes again sends nothing again.
create table adapter.sent_mails (
  message_id uuid primary key,
  sent_at timestamptz not null
);
create index on adapter.sent_mails (sent_at);

-- Where there is no mail server, mails are kept for the operator to read: sealed, and for a while.
create table adapter.kept_mails (
  message_id uuid primary key,
  sealed text not null,
  kept_at timestamptz not null
);
create index on adapter.kept_mails (kept_at);

do $$
declare
  t text;
begin
  foreach t in array array['sent_mails', 'kept_mails'] loop
    execute format('alter table adapter.%I enable row level security', t);
    execute format('alter table adapter.%I force row level security', t);
    execute format('create policy system on adapter.%I to csai_system using (true) with check (true)', t);
    execute format('grant select, insert, delete on adapter.%I to csai_system', t);
  end loop;
end $$;
