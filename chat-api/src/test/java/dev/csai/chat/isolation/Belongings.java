package dev.csai.chat.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.text.Terms;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the things that a tenant has, each text with the same word in it. */
final class Belongings {

    private static final AtomicInteger VERSIONS = new AtomicInteger(1_000_000);

    private Belongings() {}

    /** @return the ids by what they are of */
    static Map<String, String> created(Owner owner, String visitorKey, String word) {
        Map<String, String> ids = new HashMap<>(knowledge(owner, word));
        ids.putAll(conversation(owner.app(), visitorKey, word));
        ids.put("invitation", id(owner.call("POST", "/v1/members").json("""
                {"email": "%s-%s", "role": "agent"}""".formatted(word, TestApp.newEmail())), "/id"));
        ids.put("key", id(owner.call("POST", "/v1/api-keys").json("""
                {"name": "Key %s", "kind": "publishable"}""".formatted(word)), "/id"));
        ids.put("version", version(owner, word));
        ids.put("domain", domain(owner, word, UUID.randomUUID() + ".example"));
        return ids;
    }

    /** Numbers are counted for each tenant; another one than everybody else's tells whose it is. */
    private static String version(Owner owner, String word) {
        created(owner.call("PUT", "/v1/assistant").json("PUT", """
                {"revision": 0, "settings": {"instructions": "Speak of %1$s.", "fallback": {"en": "Sorry, %1$s."}}}"""
                .formatted(word)));
        created(owner.call("POST", "/v1/assistant/publish").json("{\"revision\": 1}"));
        String number = Integer.toString(VERSIONS.incrementAndGet());
        owner.app().sql("""
                update chat.assistants set version = null where tenant_id = '%1$s';
                update chat.assistant_versions set number = %2$s where tenant_id = '%1$s';
                update chat.assistants set version = %2$s where tenant_id = '%1$s'"""
                .formatted(owner.tenant(), number));
        return number;
    }

    /**
     * Sets up signing in by a provider, also where that was removed.
     *
     * @param domain without the word, for it is repeated to whoever asks with it
     */
    static String domain(Owner owner, String word, String domain) {
        String settings = """
                {"issuer": "https://login.example.com", "clientId": "client of %1$s", "clientSecret": "secret of %1$s",
                 "defaultRole": "agent", "enabled": false, "domains": ["%2$s"]}""".formatted(word, domain);
        return id(owner.call("PUT", "/v1/tenant/sign-in").json("PUT", settings), "/domains/0/domain");
    }

    /** What is written here is what nobody can write through the door. */
    static void name(TestApp app, TenantId tenant, String word) {
        app.sql("""
                update chat.tenants set name = 'House of %1$s', industry = '%1$s', greetings = '{"en": "Hello %1$s"}',
                  logo_url = 'https://%1$s.example/logo.png' where id = '%2$s'
                """.formatted(word, tenant));
    }

    private static Map<String, String> knowledge(Owner owner, String word) {
        Map<String, String> ids = new HashMap<>();
        ids.put("text", id(owner.call("POST", "/v1/knowledge/texts").json("""
                {"title": "Text %1$s", "text": "The secret ingredient is thyme %1$s."}""".formatted(word)), "/id"));
        ids.put("qa", id(owner.call("POST", "/v1/knowledge/qa").json("""
                {"title": "Questions %1$s", "pairs": [{"question": "What is in it, %1$s?", "answer": "Thyme %1$s."}]}"""
                .formatted(word)), "/id"));
        ids.put("profile", id(owner.call("PUT", "/v1/knowledge/profile").json("PUT", """
                {"address": "1 %s Square"}""".formatted(word)), "/id"));
        ids.put("upload", id(owner.call("POST", "/v1/knowledge/uploads").json("""
                {"fileName": "%s.txt", "contentType": "text/plain", "sizeBytes": 5}""".formatted(word)),
                "/documentId"));
        ids.put("file", id(owner.call("POST", "/v1/knowledge/documents").body("multipart/form-data; boundary=x", """
                --x\r
                Content-Disposition: form-data; name="file"; filename="%1$s-original.txt"\r
                Content-Type: text/plain\r
                \r
                The bytes of %1$s.\r
                --x--\r
                """.formatted(word)), "/id"));
        index(owner.app(), owner.tenant(), ids.getOrDefault("file", ""),
                "The secret ingredient of the house is thyme " + word + ".");
        return ids;
    }

    private static Map<String, String> conversation(TestApp app, String visitorKey, String word) {
        Answer said = created(app.post("/v1/chat/messages").key(visitorKey).json("""
                {"clientMessageId": "%1$s", "text": "Hello from %2$s!", "contact": {"name": "Contact %2$s"}}"""
                .formatted(UUID.randomUUID(), word)));
        created(app.post("/v1/chat/messages/" + said.text("/messageId") + "/feedback").key(visitorKey).json("""
                {"rating": "up", "comment": "Good, %s."}""".formatted(word)));
        return Map.of("session", said.text("/sessionId"), "conversation", said.text("/conversationId"), "message",
                said.text("/messageId"));
    }

    /** As ingest-pipeline, which does not run here, would have left it; without vectors. */
    private static void index(TestApp app, TenantId tenant, String document, String text) {
        app.sql("""
                insert into ingest.documents (tenant_id, document_id, status, chunk_count)
                values ('%1$s', '%2$s', 'completed', 1);
                insert into ingest.generations (tenant_id, id, document_id, embedding_model)
                values ('%1$s', '%3$s', '%2$s', 'none');
                update ingest.documents set active_generation_id = '%3$s' where document_id = '%2$s';
                insert into ingest.chunks (tenant_id, generation_id, ordinal, id, document_id, text, language, tokens)
                values ('%1$s', '%3$s', 0, '%4$s', '%2$s', '%5$s', 'en', 10);
                insert into ingest.postings (tenant_id, term, generation_id, first_ordinal, ordinals, impacts)
                select '%1$s', term, '%3$s', 0, '{0}', '{1}' from unnest('{%6$s}'::text[]) term
                """
                .formatted(tenant, document, Ids.next(), Ids.next(), text,
                        String.join(",", Terms.ofText(text).frequencies().keySet())));
    }

    private static String id(Call call, String pointer) {
        return created(call).text(pointer);
    }

    private static Answer created(Call call) {
        Answer answer = call.send();
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 202);
        return answer;
    }
}
