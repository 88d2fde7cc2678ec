package dev.csai.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** More messages than one process takes on at once. */
class OverloadIT {

    private static final TestApp app = TestApp.strict();

    private final TenantId tenant = app.tenant(100_000);
    private final String key = app.seed.publishableKey(tenant, List.of());

    @Test
    void a_message_without_a_place_is_sent_back_unwritten_and_accepted_when_there_is_one() {
        String session = say("").send().text("/sessionId");
        holdUp();
        CompletableFuture<Answer> held = say("\"sessionId\": \"%s\",".formatted(session)).sendAsync();
        assertThat(app.eventually(() -> messages() == 3)).isTrue();

        Answer refused = say("").send();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("unavailable");
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("2");
        assertThat(messages()).isEqualTo(3);

        app.sql("delete from chat.turns where tenant_id = '%s' and ordinal = 2".formatted(tenant));
        assertThat(held.join().status()).isEqualTo(200);
        assertThat(say("").send().status()).isEqualTo(200);
        assertThat(messages()).isEqualTo(6);
    }

    /** A turn of the conversation that another process is busy with, so that the next one waits in its place. */
    private void holdUp() {
        app.sql("""
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, created_at)
                select tenant_id, id, id, id, '\\x00', 2, 'en', 'running', now() + interval '1 hour', now()
                from chat.conversations where tenant_id = '%1$s';
                update chat.conversations set turn_count = 2 where tenant_id = '%1$s'""".formatted(tenant));
    }

    private Call say(String session) {
        return app.post("/v1/chat/messages").key(key)
                .json("{%s \"clientMessageId\": \"%s\", \"text\": \"Hello!\"}".formatted(session,
                        UUID.randomUUID()));
    }

    private long messages() {
        return Long.parseLong(app.rows("select count(*) from chat.messages where tenant_id = '%s'".formatted(tenant))
                .getFirst());
    }
}
