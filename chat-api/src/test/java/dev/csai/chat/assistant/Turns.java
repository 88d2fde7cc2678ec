package dev.csai.chat.assistant;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.time.Instant;

/** Turns of a tenant as they were left when they ended. */
record Turns(TestApp app, TenantId tenant) {

    void add(String outcome, int inputTokens, int outputTokens, Duration took, Duration ago) {
        Instant end = app.clock.instant().minus(ago);
        app.sql("""
                insert into chat.conversations (tenant_id, id, channel, status, locale, created_at, updated_at,
                  turn_count)
                values ('%1$s', '%2$s', 'widget', 'open', 'en', '%3$s', '%4$s', 1);
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, answer, created_at, completed_at)
                values ('%1$s', '%2$s', '%2$s', '%2$s', '\\x00', 1, 'en', 'completed', '%4$s', jsonb_build_object(
                  'outcome', '%5$s', 'usage', jsonb_build_object('inputTokens', %6$d, 'outputTokens', %7$d)),
                  '%3$s', '%4$s')
                """.formatted(tenant, Ids.next(), end.minus(took), end, outcome, inputTokens, outputTokens));
    }
}
