-- The broker of the standalone mode. One row of "message" is one message on its way to one consumer group.
-- Only csai_system touches these tables: messages of all tenants pass through them.

create table broker.consumer_group (
  destination text not null,
  name text not null,
  -- Set for a subscription that lives no longer than the session that holds this number; null for a durable group.
  session integer,
  primary key (destination, name)
);

create table broker.message (
  id bigint generated always as identity primary key,
  destination text not null,
  consumer_group text not null,
  payload bytea not null,
  headers jsonb not null,
  sent_at timestamptz not null default now(),
  available_at timestamptz not null default now(),
  deliveries integer not null default 0,
  -- The session that is handling the message; null while it waits.
  session integer,
  foreign key (destination, consumer_group) references broker.consumer_group on delete cascade
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index message_waiting on broker.message (destination, consumer_group, id) where session is null;
create index message_in_flight on broker.message (session) where session is not null;

create table broker.dead_letter (
  id bigint primary key,
  destination text not null,
  consumer_group text not null,
  payload bytea not null,
  headers jsonb not null,
  sent_at timestamptz not null,
  deliveries integer not null,
  failure_class text not null,
  failure_message text not null,
  failed_at timestamptz not null default now()
);

grant select, insert, update, delete on all tables in schema broker to csai_system;
