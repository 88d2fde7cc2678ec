-- Lists of conversations, the latest activity first, and what dashboards count.

-- State and channel are read off the index, so that the few conversations of a rare state are found among many others.
create index conversations_activity on chat.conversations (tenant_id, updated_at, id, status, channel);
-- The same across tenants, and one of them by its id alone, for operators.
create index conversations_activity_of_all on chat.conversations (updated_at, id, status, channel);
create index conversations_id on chat.conversations (id);
create index turns_accepted on chat.turns (tenant_id, created_at);
-- Turns are appended in the order of their time, so that a summary of each part of the table is enough across tenants.
create index turns_accepted_of_all on chat.turns using brin (created_at) with (autosummarize = on);
-- The answers of some days and what came of them, without a look for each turn's.
create index messages_answers on chat.messages (tenant_id, created_at) include (turn_id, outcome) where author = 'assistant';
-- What was done is found among however many refusals.
create index audit_entries_allowed on chat.audit_entries (id) where outcome = 'allowed';

-- Operators list conversations of all tenants, and read one; dashboards count turns whatever their state.
drop policy abandoned on chat.turns;
do $$
declare
  t text;
begin
  foreach t in array array['conversations', 'contacts', 'turns', 'messages', 'feedback'] loop
    execute format('create policy operators on chat.%I for select to csai_system using (true)', t);
  end loop;
end $$;
grant select (tenant_id, id, channel, status, locale, contact_id, turn_count, created_at, updated_at)
  on chat.conversations to csai_system;
grant select (tenant_id, id, external_id, name, email, verified, blocked) on chat.contacts to csai_system;
grant select on chat.messages, chat.feedback to csai_system;
