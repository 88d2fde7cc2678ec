package dev.csai.chat.inbox;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Conversations at times that a test chooses, written by the super-user. */
public record Talks(TestApp app, TenantId tenant) {

    /** With one turn, to which there is no answer yet. */
    public UUID begun(Instant at) {
        UUID conversation = Ids.next();
        app.sql("""
                insert into chat.conversations (tenant_id, id, channel, status, locale, created_at, updated_at)
                values ('%s', '%s', 'widget', 'open', 'en', '%s', '%s')
                """.formatted(tenant, conversation, at, at));
        asked(conversation, at, "Hello!");
        return conversation;
    }

    /** @return the turn */
    public UUID asked(UUID conversation, Instant at, String text) {
        UUID turn = Ids.next();
        app.sql("""
                update chat.conversations set turn_count = turn_count + 1, updated_at = greatest(updated_at, '%4$s')
                where id = '%2$s';
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, created_at)
                select tenant_id, '%3$s', id, gen_random_uuid(), ''::bytea, turn_count, locale, 'running',
                  'infinity', '%4$s' from chat.conversations where id = '%2$s';
                insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
                values ('%1$s', gen_random_uuid(), '%2$s', '%3$s', 'inbound', 'contact', '%5$s', '%4$s');
                """
                .formatted(tenant, conversation, turn, at, text));
        return turn;
    }

    public UUID answered(Instant asked, Duration after, String outcome) {
        UUID conversation = begun(asked);
        answer(app.rows("select id from chat.turns where conversation_id = '" + conversation + "'").getFirst(), after,
                outcome, "[]");
        return conversation;
    }

    void answer(String turn, Duration after, String outcome, String citations) {
        app.sql("""
                update chat.turns set state = 'completed', answer = '{}',
                  completed_at = created_at + interval '%2$s milliseconds' where id = '%1$s';
                update chat.conversations c set updated_at = greatest(c.updated_at, t.completed_at)
                from chat.turns t where t.id = '%1$s' and c.id = t.conversation_id;
                insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, outcome,
                  citations, created_at)
                select tenant_id, gen_random_uuid(), conversation_id, id, 'outbound', 'assistant', 'At nine. [1]',
                  '%3$s', '%4$s', completed_at from chat.turns where id = '%1$s';
                """
                .formatted(turn, after.toMillis(), outcome, citations));
    }

    /** One second apart and with one message each, the last the newest; what is asked ends with its number. */
    void many(int count, Instant first) {
        app.sql("""
                create temporary table talk as select n, gen_random_uuid() as turn,
                  ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
                  '%2$s'::timestamptz + n * interval '1 second' as at from generate_series(1, %3$d) n;
                insert into chat.conversations (tenant_id, id, channel, status, locale, created_at, updated_at, turn_count)
                select '%1$s', id, 'widget', 'open', 'en', at, at, 1 from talk;
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, created_at)
                select '%1$s', turn, id, gen_random_uuid(), ''::bytea, 1, 'en', 'running', 'infinity', at from talk;
                insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
                select '%1$s', gen_random_uuid(), id, turn, 'inbound', 'contact', 'Is this number ' || n || '?', at from talk
                """
                .formatted(tenant, first, count));
    }
}
