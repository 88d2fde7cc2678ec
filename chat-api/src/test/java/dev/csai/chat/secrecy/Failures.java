package dev.csai.chat.secrecy;

import dev.csai.chat.identity.Letterbox;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** Secrets that hold good, at the moment when what is behind the door fails: nothing is told at more length. */
record Failures(TestApp app, Owner owner, Secrets secrets) {

    private static final List<String> TABLES = List.of("tenants", "refresh_tokens", "invitations", "uploads", "people",
            "api_keys", "signups", "mailed_tokens");

    List<Answer> suffered() {
        Answer login = app.login(owner.email(), TestApp.PASSWORD);
        String token = secrets.also("access token", login.text("/accessToken"));
        String cookie = secrets.also("refresh token", login.cookie("csai_refresh").orElseThrow());
        String key = secrets.also("secret key", owner.secret("tenant:read"));
        String invited = TestApp.newEmail();
        owner.call("POST", "/v1/members").json("{\"email\": \"" + invited + "\", \"role\": \"agent\"}").send();
        String invitation = secrets.also("real invitation", new Letterbox(app).lastToken(invited));
        String upload = secrets.also("real upload", uploadToken());
        return whileTablesAreAway(() -> List.of(
                app.get("/v1/tenant").token(token).send(),
                app.get("/v1/tenant").key(key).send(),
                app.get("/v1/tenant?code=" + secrets.in("query when all fails")).token(token).send(),
                app.post("/v1/auth/refresh").cookie("csai_refresh", cookie).send(),
                app.post("/v1/auth/logout").cookie("csai_refresh", cookie).send(),
                app.get("/v1/auth/invitations/" + invitation).send(),
                app.post("/v1/auth/invitations/" + invitation + "/accept").json("""
                        {"name": "Noa", "password": "%s"}""".formatted(secrets.in("password of one who joins"))).send(),
                app.call("PUT", "/v1/uploads/" + upload).header("Content-Type", "text/plain")
                        .body("PUT", new byte[5]).send(),
                app.login(owner.email(), secrets.in("password when all fails")),
                app.post("/v1/auth/magic-link/redeem").json("{\"token\": \"" + secrets.in("link when all fails")
                        + "\"}").send()));
    }

    private String uploadToken() {
        String url = owner.call("POST", "/v1/knowledge/uploads").json("""
                {"fileName": "a.txt", "contentType": "text/plain", "sizeBytes": 5}""").send().text("/uploadUrl");
        String path = URI.create(url).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<Answer> whileTablesAreAway(Supplier<List<Answer>> calls) {
        TABLES.forEach(table -> app.sql("alter table chat.%1$s rename to %1$s_away".formatted(table)));
        try {
            return calls.get();
        } finally {
            TABLES.forEach(table -> app.sql("alter table chat.%1$s_away rename to %1$s".formatted(table)));
        }
    }
}
