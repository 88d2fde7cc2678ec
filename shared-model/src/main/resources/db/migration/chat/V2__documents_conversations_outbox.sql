create table chat.documents (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  content_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  blob text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
-- The same bytes twice are the same document.
create unique index documents_content on chat.documents (tenant_id, sha256) where deleted_at is null;

create table chat.conversations (
  tenant_id uuid not null references chat.tenants (id),
  id uuid not null,
  channel text not null check (channel in ('widget')),
  status text not null check (status in ('open', 'pending', 'handed_off', 'resolved')),
  locale text not null,
  contact jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Turns are counted under the row's lock, so that their order is the order in which they were accepted.
  turn_count int not null default 0,
  primary key (tenant_id, id)
);

create table chat.turns (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  client_message_id uuid not null,
  request_sha256 bytea not null,
  ordinal int not null,
  locale text not null,
  state text not null check (state in ('running', 'completed')),
  -- Who holds the lease works on the turn, and may commit only while the epoch is still its own.
  epoch int not null default 1,
  lease_until timestamptz not null,
  answer jsonb,
  created_at timestamptz not null,
  completed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references chat.conversations (tenant_id, id) on delete cascade,
  check ((state = 'completed') = (answer is not null))
);
-- A clientMessageId answers and bills once.
create unique index turns_client_message on chat.turns (tenant_id, client_message_id);
create index turns_running on chat.turns (tenant_id, conversation_id, ordinal) where state = 'running';
create index turns_abandoned on chat.turns (lease_until) where state = 'running';

create table chat.messages (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  turn_id uuid not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  author text not null check (author in ('contact', 'assistant', 'agent')),
  text text not null,
  outcome text check (outcome in ('answered', 'abstained', 'handed_off', 'refused')),
  citations jsonb not null default '[]',
  created_at timestamptz not null,
  -- The order in which they were said. Given while the conversation's row is locked, which an id or a time is not.
  position bigint generated always as identity,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references chat.conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, turn_id) references chat.turns (tenant_id, id) on delete cascade
);
create index on chat.messages (tenant_id, conversation_id, position);
create unique index messages_once_per_turn on chat.messages (tenant_id, turn_id, direction) where author <> 'agent';

create table chat.feedback (
  tenant_id uuid not null,
  message_id uuid not null,
  rating text not null check (rating in ('up', 'down')),
  comment text check (length(comment) <= 2000),
  updated_at timestamptz not null,
  primary key (tenant_id, message_id),
  foreign key (tenant_id, message_id) references chat.messages (tenant_id, id) on delete cascade
);

create table chat.outbox (
  id uuid primary key,
  tenant_id uuid not null,
  destination text not null,
  payload text not null,
  created_at timestamptz not null default now()
);

do $$
declare
  t text;
begin
  foreach t in array array['documents', 'conversations', 'turns', 'messages', 'feedback', 'outbox'] loop
    execute format('alter table chat.%I enable row level security', t);
    execute format('alter table chat.%I force row level security', t);
    execute format($p$create policy tenant on chat.%I to csai_app
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, t);
  end loop;
end $$;

grant select, insert, update on chat.documents, chat.conversations, chat.turns, chat.messages, chat.feedback
  to csai_app;
grant insert on chat.outbox to csai_app;

-- Turns whose process died are found across tenants.
create policy abandoned on chat.turns for select to csai_system using (state = 'running');
grant select on chat.turns to csai_system;

create policy relay on chat.outbox to csai_system using (true) with check (true);
grant select, update, delete on chat.outbox to csai_system;
