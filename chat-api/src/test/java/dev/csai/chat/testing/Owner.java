package dev.csai.chat.testing;

import dev.csai.chat.access.Role;
import dev.csai.shared.TenantId;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Somebody who owns a tenant, signed in, and makes keys. The token holds for 15 minutes. */
public record Owner(TestApp app, TenantId tenant, String email, String token) {

    public static Owner of(TestApp app, TenantId tenant) {
        String email = TestApp.newEmail();
        app.member(tenant, Role.OWNER, email);
        return new Owner(app, tenant, email, app.token(email));
    }

    public static Owner of(TestApp app) {
        return of(app, app.tenant(100_000));
    }

    /** Signed in anew. */
    public Owner again() {
        return new Owner(app, tenant, email, app.token(email));
    }

    public Call call(String method, String path) {
        return app.call(method, path).token(token);
    }

    public Answer make(String key) {
        return call("POST", "/v1/api-keys").json(key).send();
    }

    /** A new secret key, with its text. */
    public Answer makeSecret(String... scopes) {
        return make("""
                {"name": "Shop server", "kind": "secret", "scopes": [%s]}""".formatted(
                Arrays.stream(scopes).map(scope -> "\"" + scope + "\"").collect(Collectors.joining(", "))));
    }

    /** The text of a new secret key. */
    public String secret(String... scopes) {
        return makeSecret(scopes).text("/key");
    }
}
