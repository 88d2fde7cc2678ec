-- What operators offer to all tenants. It belongs to none of them.

create table chat.tools (
  id uuid primary key,
  state text not null check (state in ('draft', 'published', 'retired')),
  -- Models call it by this.
  name text not null unique check (name ~ '^[a-z][a-z0-9_]{0,63}$'),
  category text not null check (category in ('orders', 'bookings', 'customers', 'marketing', 'support', 'other')),
  -- What writes is never called again by itself.
  effect text not null check (effect in ('reads', 'writes')),
  description text not null check (length(description) between 1 and 1000),
  wording_en jsonb not null,
  wording_he jsonb not null,
  -- A JSON Schema of one object.
  parameters jsonb not null check (jsonb_typeof(parameters) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

alter table chat.tools enable row level security;
alter table chat.tools force row level security;
create policy system on chat.tools to csai_system using (true) with check (true);
grant select, insert, update, delete on chat.tools to csai_system;
