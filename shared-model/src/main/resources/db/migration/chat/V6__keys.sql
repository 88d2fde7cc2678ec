alter table chat.tenants add column if not exists industry text;

alter table chat.api_keys
  alter column key_text drop not null,
  add column name text not null default 'Widget' check (length(name) between 1 and 120),
  -- Of a secret key: the HMAC-SHA256 of its text, which is kept nowhere, and the beginning to know it again by.
  add column key_hash bytea unique,
  add column prefix text check (length(prefix) = 8),
  add column scopes text[] not null default '{}',
  add column last_used_at timestamptz,
  -- Only a key that another has replaced has an end.
  add column expires_at timestamptz,
  drop constraint api_keys_kind_check,
  add constraint api_keys_kind_check check (
    kind = 'publishable' and key_text is not null and key_hash is null and prefix is null and scopes = '{}'
    or kind = 'secret' and key_text is null and key_hash is not null and prefix is not null
      and cardinality(scopes) > 0 and allowed_origins = '{}');
