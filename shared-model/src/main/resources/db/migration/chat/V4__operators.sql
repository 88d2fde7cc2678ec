-- Operators see which document a job was for, and nothing else of it.
create policy operators on chat.documents for select to csai_system using (true);
grant select (tenant_id, id, file_name, deleted_at) on chat.documents to csai_system;

-- Expired ones are purged.
create index refresh_tokens_expiry on chat.refresh_tokens (expires_at);
