package dev.csai.chat.contact;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A tenant whose visitors log in at its own site, which says so in signed tokens. */
record Shopper(TestApp app, Owner owner, String key, String secret) {

    /** In place of a session. */
    static final String NO_SESSION = "";

    static Shopper of(TestApp app) {
        Owner owner = Owner.of(app);
        return new Shopper(app, owner, app.seed.publishableKey(owner.tenant(), List.of()), newSecret(owner));
    }

    static String newSecret(Owner owner) {
        return owner.call("POST", "/v1/tenant/contact-secret").send().text("/secret");
    }

    TenantId tenant() {
        return owner.tenant();
    }

    /** What a page sends of somebody who has logged in. */
    String signed(String externalId) {
        return signature(SignedToken.of(secret, externalId, app.clock.instant().plus(Duration.ofHours(1))));
    }

    static String signature(String token) {
        return "{\"signature\": \"" + token + "\"}";
    }

    Answer say(String session, String contact) {
        return sayAs(UUID.randomUUID(), session, contact).send();
    }

    Call sayAs(UUID id, String session, String contact) {
        String handle = session.isEmpty() ? "" : "\"sessionId\": \"%s\",".formatted(session);
        String who = contact.isEmpty() ? "" : "\"contact\": %s,".formatted(contact);
        return app.post("/v1/chat/messages").key(key)
                .json("{%s %s \"clientMessageId\": \"%s\", \"text\": \"Hello!\"}".formatted(handle, who, id));
    }

    Answer comeBack(String contact) {
        return app.post("/v1/chat/sessions").key(key).json("{\"contact\": %s}".formatted(contact)).send();
    }

    JsonNode transcript(String session) {
        return app.get("/v1/chat/sessions/" + session + "/messages").key(key).send().json().at("/items");
    }

    JsonNode contacts() {
        return owner.again().call("GET", "/v1/contacts").send().json().at("/items");
    }

    /** The only one there is. */
    String onlyContact() {
        JsonNode contacts = contacts();
        if (contacts.size() != 1) {
            throw new AssertionError("not one contact: " + contacts);
        }
        return contacts.at("/0/id").asString();
    }

    Answer block(String contact, boolean blocked) {
        return owner.call("PATCH", "/v1/contacts/" + contact).json("PATCH", "{\"blocked\": %s}".formatted(blocked))
                .send();
    }

    /** Everything that a message could leave, and what it could change. */
    List<String> traces() {
        return app.rows("""
                select row_to_json(t)::text from chat.contacts t where tenant_id = '%1$s'
                union all select row_to_json(t)::text from chat.conversations t where tenant_id = '%1$s'
                union all select row_to_json(t)::text from chat.turns t where tenant_id = '%1$s'
                union all select row_to_json(t)::text from chat.messages t where tenant_id = '%1$s'
                union all select row_to_json(t)::text from public.told t where tenant_id = '%1$s' order by 1
                """.formatted(tenant()));
    }
}
