package dev.csai.chat.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A tenant that has something of everything that can be named in a path.
 *
 * @param ids by what they are of
 */
record Possessions(TestApp app, TenantId tenant, String ownerToken, String visitorKey, Map<String, String> ids) {

    /** In the words of a request that names things of tenants. */
    private static final Map<String, String> BODIES = Map.of(
            "PATCH /v1/members/{id}", "{\"role\": \"agent\"}",
            "PUT /v1/knowledge/texts/{id}", "{\"title\": \"Taken\", \"text\": \"Taken over by somebody else.\"}",
            "PUT /v1/knowledge/qa/{id}", """
                    {"title": "Taken", "pairs": [{"question": "Whose?", "answer": "Not yours."}]}""",
            "POST /v1/chat/messages/{messageId}/feedback", "{\"rating\": \"up\"}",
            "PATCH /v1/contacts/{id}", "{\"blocked\": true}",
            "PATCH /v1/api-keys/{id}", "{\"name\": \"taken\"}",
            "POST /v1/api-keys/{id}/rotate", "{}");

    static Possessions of(TestApp app) {
        TenantId tenant = app.tenant(100_000);
        String email = TestApp.newEmail();
        app.member(tenant, Role.OWNER, email);
        String owner = app.token(email);
        String key = app.seed.publishableKey(tenant, List.of());
        Member agent = app.member(tenant, Role.AGENT, TestApp.newEmail());
        Answer message = created(app.post("/v1/chat/messages").key(key).json("""
                {"clientMessageId": "%s", "text": "Hello!", "contact": {"name": "Dana"}}"""
                .formatted(UUID.randomUUID())));
        Map<String, String> ids = Map.of(
                "member", agent.memberId().toString(),
                "invitation", created(app.post("/v1/members").token(owner).json("""
                        {"email": "%s", "role": "agent"}""".formatted(TestApp.newEmail()))).text("/id"),
                "text", created(app.post("/v1/knowledge/texts").token(owner).json("""
                        {"title": "Ours", "text": "The secret ingredient is thyme."}""")).text("/id"),
                "qa", created(app.post("/v1/knowledge/qa").token(owner).json("""
                        {"title": "Ours", "pairs": [{"question": "What is in it?", "answer": "Thyme."}]}"""))
                        .text("/id"),
                "upload", created(app.post("/v1/knowledge/uploads").token(owner).json("""
                        {"fileName": "a.txt", "contentType": "text/plain", "sizeBytes": 5}""")).text("/documentId"),
                "session", message.text("/sessionId"),
                "conversation", message.text("/conversationId"),
                "message", message.text("/messageId"),
                "contact", created(app.get("/v1/contacts").token(owner)).text("/items/0/id"),
                "domain", created(app.call("PUT", "/v1/tenant/sign-in").token(owner).json("PUT", """
                        {"issuer": "https://login.example.com", "clientId": "csai", "clientSecret": "ours",
                         "defaultRole": "agent", "enabled": false, "domains": ["%s.example"]}""".formatted(tenant)))
                        .text("/domains/0/domain"),
                "key", created(app.post("/v1/api-keys").token(owner).json("""
                        {"name": "ours", "kind": "publishable"}""")).text("/id"));
        return new Possessions(app, tenant, owner, key, ids);
    }

    /** As whoever of the tenant is meant to. */
    Answer call(Operation operation, String id) {
        Call call = app.call(operation.method(), operation.with(id));
        call = operation.path().startsWith("/v1/chat/") ? call.key(visitorKey) : call.token(ownerToken);
        String body = BODIES.get(operation.toString());
        return (body == null ? call : call.json(operation.method(), body)).send();
    }

    /** Every row of the tenant that somebody else could have changed. */
    List<String> rows() {
        List<String> tables = app.rows("""
                select c.table_schema || '.' || c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.column_name = 'tenant_id' and c.table_schema in ('chat', 'ingest', 'billing', 'adapter')
                  and t.table_type = 'BASE TABLE' and c.table_name not in ('outbox', 'refresh_tokens', 'audit_unsealed',
                    'audit_seals', 'audit_chains')
                order by 1
                """);
        assertThat(tables).contains("chat.documents", "chat.members", "chat.messages");
        return app.rows(tables.stream()
                .map(table -> "select '%1$s ' || row_to_json(t) from %1$s t where tenant_id = '%2$s'"
                        .formatted(table, tenant))
                .collect(Collectors.joining(" union all ", "", " order by 1")));
    }

    /** In the same form, but of nothing. */
    static String unknownLike(String id) {
        return id.matches("[0-9a-f-]{36}")
                ? Ids.next().toString()
                : id.substring(0, id.length() - 1) + (id.endsWith("A") ? 'B' : 'A');
    }

    private static Answer created(Call call) {
        Answer answer = call.send();
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 202);
        return answer;
    }
}
