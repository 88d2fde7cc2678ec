package dev.csai.chat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The audit log as it is read over HTTP. */
public record Log(TestApp app, String path, String token) {

    private static final String PLATFORM = "00000000-0000-0000-0000-000000000000";

    public static Log of(Owner owner) {
        return new Log(owner.app(), "/v1/audit-log?", owner.token());
    }

    /** Of whose tenant it is. */
    public static Log of(TestApp app, String token) {
        return new Log(app, "/v1/audit-log?", token);
    }

    public static Log ofPlatform(TestApp app) {
        return new Log(app, "/v1/admin/audit-log?tenantId=" + PLATFORM + "&", operator(app));
    }

    public static String operator(TestApp app) {
        String email = TestApp.newEmail();
        app.seed.person("Operator", email, TestApp.PASSWORD, true);
        return app.token(email);
    }

    Answer page(String query) {
        return app.get(path + query).token(token).send();
    }

    /** Newest first. */
    public List<JsonNode> entries(String query) {
        Answer answer = page(query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().at("/items").valueStream().toList();
    }

    public List<JsonNode> of(String operation) {
        return entries("limit=200&operation=" + URLEncoder.encode(operation, StandardCharsets.UTF_8));
    }

    /** Without what is another one each time. */
    public static String bare(JsonNode entry) {
        assertThat(entry.at("/network").asString()).isIn("127.0.0.1", "0000000000000000");
        assertThat(entry.at("/requestId").asString()).isNotBlank();
        ObjectNode rest = ((ObjectNode) entry).deepCopy();
        rest.remove(List.of("id", "tenantId", "occurredAt", "network", "requestId"));
        return rest.toString();
    }
}
