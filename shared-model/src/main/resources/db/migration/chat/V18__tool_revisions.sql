-- Counts the changes of a tool: whoever makes the next one says which they have seen.
alter table chat.tools add column revision integer not null default 0 check (revision >= 0);
