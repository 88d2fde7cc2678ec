package dev.csai.chat.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what, and to whose things, over the whole of the API. */
class MatrixIT {

    private static final TestApp app = TestApp.shared();

    @Test
    void every_operation_serves_whom_it_is_declared_for_and_no_tenant_reaches_another() {
        Matrix.Report report = Matrix.of(app, Permissions.declaredIn("permissions.txt"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.told()).contains("GET /v1/tenant", "GET /v1/members", "GET /v1/api-keys",
                "GET /v1/widget/config", "GET /v1/chat/sessions/{sessionId}/messages", "GET /v1/knowledge/documents",
                "GET /v1/knowledge/documents/{id}", "GET /v1/knowledge/documents/{id}/chunks",
                "GET /v1/knowledge/documents/{id}/content", "GET /v1/knowledge/texts/{id}",
                "GET /v1/knowledge/qa/{id}", "POST /v1/knowledge/search", "GET /v1/assistant",
                "GET /v1/assistant/versions/{number}", "POST /v1/assistant/test", "POST /v1/chat/messages",
                "GET /v1/conversations", "GET /v1/conversations.csv", "GET /v1/conversations/{id}/messages",
                "GET /v1/dashboard");
        assertThat(report.calls()).isGreaterThan(1500);
    }

    @Test
    void a_tenant_one_does_not_belong_to_is_like_an_unknown_one_when_signing_in() {
        Owner mine = Owner.of(app);
        Owner theirs = Owner.of(app);

        Answer unknown = signIn(mine, Ids.next());
        Answer answer = signIn(mine, theirs.tenant().value());

        assertThat(answer.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(answer.response().body()).isEqualTo(unknown.response().body());
    }

    private static Answer signIn(Owner owner, UUID tenant) {
        return app.post("/v1/auth/login").json("""
                {"email": "%s", "password": "%s", "tenantId": "%s"}""".formatted(owner.email(), TestApp.PASSWORD,
                tenant)).send();
    }
}
