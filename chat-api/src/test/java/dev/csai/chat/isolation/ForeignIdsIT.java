package dev.csai.chat.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that names something, as the served OpenAPI lists them, with everything that another tenant has:
 * the answer is that for a thing that does not exist, and nothing of the other tenant changes.
 */
@SuppressWarnings("NullAway.Init") // Set before all tests.
class ForeignIdsIT {

    /** Whose parameter is a word, a secret or an operator's, and no id of a tenant's thing. */
    private static final Set<String> OTHERS = Set.of("GET /v1/admin/job-executions/{id}",
            "POST /v1/admin/job-executions/{id}/restart", "GET /v1/admin/jobs/{name}/executions",
            "GET /v1/auth/oidc/callback/{tenant}", "GET /v1/auth/invitations/{token}",
            "POST /v1/auth/invitations/{token}/accept", "PUT /v1/uploads/{token}");

    private static final TestApp app = TestApp.shared();
    private static Possessions mine;
    private static Possessions theirs;
    private static Possessions own;

    @BeforeAll
    static void create() {
        mine = Possessions.of(app);
        theirs = Possessions.of(app);
        own = Possessions.of(app);
    }

    /** What removes things comes last. */
    static Stream<Operation> operations() {
        return Operation.served(app).stream()
                .filter(operation -> operation.namesSomething() && !OTHERS.contains(operation.toString()))
                .sorted(Comparator.comparing(operation -> operation.method().equals("DELETE")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_is_anothers_is_like_what_is_not_there(Operation operation) {
        List<String> before = theirs.rows();

        theirs.ids().forEach((what, id) -> {
            String missing = Possessions.unknownLike(id);
            Answer unknown = mine.call(operation, missing);
            Answer answer = mine.call(operation, id);
            assertThat(unknown.status()).as(what).isBetween(400, 499);
            assertThat(answer.status()).as(what).isEqualTo(unknown.status());
            assertThat(answer.response().body().replace(id, missing)).as(what).isEqualTo(unknown.response().body());
        });
        assertThat(theirs.rows()).isEqualTo(before).isNotEmpty();
    }

    /** Or the test above would prove nothing: what is one's own is found under the same words. */
    @ParameterizedTest
    @MethodSource("operations")
    void what_is_ones_own_is_there(Operation operation) {
        assertThat(own.ids().values()).as("answers to one's own unlike those to what is unknown")
                .anyMatch(id -> own.call(operation, id).status() != own.call(operation, Possessions.unknownLike(id))
                        .status());
    }

    @Test
    void there_are_operations_to_look_at() {
        assertThat(operations()).extracting(Operation::toString).contains("GET /v1/knowledge/documents/{id}",
                "DELETE /v1/members/{id}", "GET /v1/chat/sessions/{sessionId}/messages");
        assertThat(Operation.served(app)).extracting(Operation::toString).containsAll(OTHERS);
    }
}
