package dev.csai.chat.once;

import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An operation that creates something.
 *
 * @param requests of somebody who owns a tenant: one, and where there can be one, another for the same operation
 */
record Creation(String operation, Function<Owner, List<Supplier<Call>>> requests) {

    static final List<Creation> ALL = List.of(
            json("/v1/members", "{\"email\": \"noa@example.com\", \"role\": \"agent\"}",
                    "{\"email\": \"noa@example.com\", \"role\": \"admin\"}"),
            json("/v1/api-keys", "{\"name\": \"Shop\", \"kind\": \"secret\", \"scopes\": [\"tenant:read\"]}",
                    "{\"name\": \"Shop\", \"kind\": \"secret\", \"scopes\": [\"tools:read\"]}"),
            new Creation("POST /v1/api-keys/{id}/rotate", owner -> {
                String path = "/v1/api-keys/" + owner.makeSecret("tenant:read").text("/id") + "/rotate";
                return List.of(() -> owner.call("POST", path).json("{\"overlapMinutes\": 60}"),
                        () -> owner.call("POST", path).json("{\"overlapMinutes\": 0}"));
            }),
            new Creation("POST /v1/admin/tenants/{id}/api-keys/{keyId}/rotate", owner -> {
                String path = "/v1/admin/tenants/" + owner.tenant() + "/api-keys/"
                        + owner.makeSecret("tenant:read").text("/id") + "/rotate";
                String operator = Log.operator(owner.app());
                return List.of(() -> owner.app().post(path).token(operator).json("{\"overlapMinutes\": 60}"),
                        () -> owner.app().post(path).token(operator).json("{\"overlapMinutes\": 0}"));
            }),
            new Creation("POST /v1/admin/tenants", owner -> {
                String operator = Log.operator(owner.app());
                String email = TestApp.newEmail();
                return List.of(() -> founding(owner, operator, "Shop", email),
                        () -> founding(owner, operator, "Shops", email));
            }),
            new Creation("POST /v1/admin/tenants/{id}/invitations", owner -> {
                // Who asks for an owner finds none.
                owner.app().sql("update chat.members set role = 'admin' where tenant_id = '%s'"
                        .formatted(owner.tenant()));
                String operator = Log.operator(owner.app());
                String path = "/v1/admin/tenants/" + owner.tenant() + "/invitations";
                return List.of(() -> owner.app().post(path).token(operator).json("{\"email\": \"noa@example.com\"}"),
                        () -> owner.app().post(path).token(operator).json("{\"email\": \"dana@example.com\"}"));
            }),
            new Creation("POST /v1/tenant/contact-secret",
                    owner -> List.of(() -> owner.call("POST", "/v1/tenant/contact-secret"))),
            new Creation("POST /v1/knowledge/documents", owner -> List.of(() -> files(owner, "one", "two"),
                    () -> files(owner, "one", "three"))),
            new Creation("POST /v1/knowledge/documents/{id}/reprocess",
                    owner -> List.of(reprocessing(owner, "one"), reprocessing(owner, "two"))),
            json("/v1/knowledge/uploads",
                    "{\"fileName\": \"a.txt\", \"contentType\": \"text/plain\", \"sizeBytes\": 5}",
                    "{\"fileName\": \"a.txt\", \"contentType\": \"text/plain\", \"sizeBytes\": 6}"),
            json("/v1/assistant/publish", "{\"revision\": 0}", "{\"revision\": 1}"),
            new Creation("POST /v1/assistant/versions/{number}/publish", owner -> {
                owner.call("POST", "/v1/assistant/publish").json("{\"revision\": 0}").send();
                owner.call("PUT", "/v1/assistant").json("PUT", "{\"revision\": 0, \"settings\": {\"topK\": 3}}")
                        .send();
                owner.call("POST", "/v1/assistant/publish").json("{\"revision\": 1}").send();
                return List.of(() -> owner.call("POST", "/v1/assistant/versions/1/publish"),
                        () -> owner.call("POST", "/v1/assistant/versions/2/publish"));
            }),
            json("/v1/knowledge/texts", "{\"title\": \"Hours\", \"text\": \"Nine to five.\"}",
                    "{\"title\": \"Hours\", \"text\": \"Nine to six.\"}"),
            json("/v1/knowledge/qa",
                    "{\"title\": \"Hours\", \"pairs\": [{\"question\": \"When?\", \"answer\": \"At nine.\"}]}",
                    "{\"title\": \"Hours\", \"pairs\": [{\"question\": \"When?\", \"answer\": \"At ten.\"}]}"));

    private static Creation json(String path, String body, String other) {
        return new Creation("POST " + path, owner -> List.of(() -> owner.call("POST", path).json(body),
                () -> owner.call("POST", path).json(other)));
    }

    static Call files(Owner owner, String... contents) {
        StringBuilder body = new StringBuilder();
        for (String content : contents) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n")
                    .append(content).append("\r\n");
        }
        return owner.call("POST", "/v1/knowledge/documents").body("multipart/form-data; boundary=x",
                body + "--x--\r\n");
    }

    private static Call founding(Owner owner, String operator, String name, String email) {
        return owner.app().post("/v1/admin/tenants").token(operator).json("""
                {"companyName": "%s", "ownerEmail": "%s"}""".formatted(name, email));
    }

    private static Supplier<Call> reprocessing(Owner owner, String content) {
        String path = "/v1/knowledge/documents/" + files(owner, content).send().text("/id") + "/reprocess";
        return () -> owner.call("POST", path);
    }

    @Override
    public String toString() {
        return operation;
    }
}
