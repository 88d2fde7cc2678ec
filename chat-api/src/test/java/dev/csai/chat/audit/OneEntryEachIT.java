package dev.csai.chat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.isolation.Operation;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every changing operation of management that the served OpenAPI lists leaves one entry, whatever comes of it; and what
 * is told of though it changes nothing.
 */
@SuppressWarnings("NullAway.Init") // Set before each test.
class OneEntryEachIT {

    private static final Set<String> NOT_AUDITED = Set.of("POST /v1/knowledge/search", "POST /v1/assistant/test",
            "POST /v1/tenant/widget/installation-check", "POST /v1/auth/refresh");
    private static final String ARRIVAL = "GET /v1/auth/oidc/callback/{tenant}";
    private static final Set<String> READING = Set.of(ARRIVAL, "GET /v1/admin/conversations.csv",
            "GET /v1/admin/conversations/{id}/messages");

    private static final String ID = "0192f0c1-0000-7000-8000-000000000000";

    private static final TestApp app = TestApp.shared();
    private static final Owner owner = Owner.of(app);
    private static final String operator = Log.operator(app);

    private UUID before;

    static Stream<Operation> operations() {
        return Operation.served(app).stream().filter(operation -> (!operation.method().equals("GET")
                || READING.contains(operation.toString())) && !operation.path().startsWith("/v1/chat/")
                && !NOT_AUDITED.contains(operation.toString()));
    }

    @BeforeEach
    void remember() {
        before = Ids.next();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void by_whoever_may(Operation operation) {
        call(operation).token(operation.path().startsWith("/v1/admin/") ? operator : owner.token()).send();

        assertThat(added()).containsExactly(operation.toString());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void by_nobody(Operation operation) {
        call(operation).send();

        assertThat(added()).containsExactly(operation.toString());
    }

    /** Escapes of letters are undone before the address is looked up. */
    @ParameterizedTest
    @MethodSource("operations")
    void however_its_address_is_spelled(Operation operation) {
        String path = operation.with(ID);
        app.call(operation.method(), "/%761/%" + Integer.toHexString(path.charAt(4)) + path.substring(5)).send();

        assertThat(added()).containsExactly(operation.toString());
    }

    @Test
    void what_is_said_or_asked_leaves_none() {
        String key = app.seed.publishableKey(owner.tenant(), List.of());
        app.post("/v1/chat/messages").key(key).json("{\"text\": \"Hello!\"}").send();
        NOT_AUDITED.forEach(operation -> app.post(operation.substring("POST ".length())).json("{}").send());

        assertThat(added()).isEmpty();
        assertThat(operations()).extracting(Operation::toString).contains("PATCH /v1/members/{id}",
                "POST /v1/auth/login", "PUT /v1/uploads/{token}", "POST /v1/admin/job-executions/{id}/restart")
                .containsAll(READING);
    }

    @Test
    void an_operator_who_lists_conversations_leaves_none() {
        app.get("/v1/admin/conversations").token(operator).send();
        app.get("/v1/admin/conversations/" + UUID.randomUUID()).token(operator).send();

        assertThat(added()).isEmpty();
    }

    private static Call call(Operation operation) {
        Call call = app.call(operation.method(), operation.with(ID));
        return operation.changes() ? call.json(operation.method(), "{}") : call;
    }

    private List<String> added() {
        return app.rows("select operation from chat.audit_entries where id > '" + before + "'");
    }
}
