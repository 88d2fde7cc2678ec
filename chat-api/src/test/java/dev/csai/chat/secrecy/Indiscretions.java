package dev.csai.chat.secrecy;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Requests that put secrets wherever a client may put one, by right or by mistake. */
record Indiscretions(TestApp app, Owner owner, Secrets secrets) {

    /** What the app says to all of them. */
    List<Answer> committed() {
        List<Answer> answers = new ArrayList<>();
        bodies(answers);
        brokenBodies(answers);
        headers(answers);
        addresses(answers);
        return answers;
    }

    private void bodies(List<Answer> answers) {
        String email = TestApp.newEmail();
        answers.add(app.login(owner.email(), secrets.in("wrong password")));
        answers.add(posted("/v1/auth/login", "email", secrets.in("password as e-mail"), "password", "x"));
        answers.add(posted("/v1/auth/signup", "companyName", "Shop", "email", email, "password",
                secrets.in("password of a sign-up")));
        answers.add(posted("/v1/auth/signup", "email", email, "password", secrets.in("password of a bad sign-up")));
        answers.add(posted("/v1/auth/verify", "email", email, "code", secrets.in("code")));
        answers.add(posted("/v1/auth/magic-link/redeem", "token", secrets.in("magic link")));
        answers.add(posted("/v1/auth/password/reset", "token", secrets.in("reset link"), "password",
                secrets.in("password that is reset")));
        answers.add(owner.call("POST", "/v1/me/password").json(object("currentPassword",
                secrets.in("wrong current password"), "newPassword", secrets.in("new password"))).send());
        answers.add(owner.call("POST", "/v1/me/password").json(object("currentPassword", TestApp.PASSWORD,
                "newPassword", secrets.in("newest password"))).send());
        answers.add(app.post("/v1/chat/messages").key(app.seed.publishableKey(owner.tenant(), List.of())).json("""
                {"clientMessageId": "%s", "text": "Hello", "contact": {"externalId": "7", "signature": "%s"}}"""
                .formatted(UUID.randomUUID(), secrets.in("contact's signature"))).send());
    }

    /** A parser that explains itself quotes what it could not read. */
    private void brokenBodies(List<Answer> answers) {
        String secret = secrets.in("body that is broken");
        for (String body : List.of("{\"password\": \"" + secret, "{\"password\": " + secret + "}",
                "{\"password\": {\"value\": \"" + secret + "\"}}", "{\"email\": [\"" + secret + "\"]}",
                "\"" + secret + "\"", "{\"tenantId\": \"" + secret + "\"}",
                "{\"password\": \"" + secret + "\", \"password\": \"" + secret + "\"}",
                "{\"pasword\": \"" + secret + "\"}", "{\"password\": \"" + secret + "\\u0000\"}")) {
            answers.add(app.post("/v1/auth/login").json(body).send());
            answers.add(owner.call("POST", "/v1/me/password").json(body).send());
        }
        answers.add(app.post("/v1/auth/login").body("text/plain", secret).send());
        answers.add(owner.call("POST", "/v1/knowledge/documents").body("multipart/form-data; boundary=x",
                "--x\r\n" + secret).send());
    }

    private void headers(List<Answer> answers) {
        String secret = secrets.in("header");
        List<String> paths = List.of("/v1/tenant", "/v1/auth/refresh", "/v1/unheard-of", "/v1/chat/messages");
        for (String path : paths) {
            answers.add(app.post(path).header("Authorization", "Bearer " + secret).send());
            answers.add(app.post(path).header("Authorization", "Basic " + secret).send());
            answers.add(app.post(path).header("Authorization", secret).send());
            answers.add(app.get(path).key("sk_live_" + secret).send());
            answers.add(app.get(path).key("pk_" + secret).send());
            answers.add(app.get(path).key(secret).key(secret).send());
            answers.add(app.get(path).key("sk_" + secret).origin("https://shop.example").send());
            answers.add(app.post(path).cookie("csai_refresh", secret).send());
            answers.add(app.post(path).cookie("csai_refresh", secret + "; other=" + secret).send());
        }
    }

    private void addresses(List<Answer> answers) {
        String query = secrets.in("query");
        for (String path : List.of("/v1/tenant", "/v1/unheard-of", "/v1/auth/oidc/callback", "/v1/knowledge/documents",
                "/v1/chat/messages", "/console/sign-in")) {
            String address = path + "?token=" + query + "&code=" + query + "&state=" + query + "&cursor=" + query;
            answers.add(app.get(address).send());
            answers.add(owner.call("GET", address).send());
            answers.add(app.post(address).json("{").send());
        }
        String invitation = "/v1/auth/invitations/" + secrets.in("invitation");
        String upload = "/v1/uploads/" + secrets.in("upload");
        for (Call call : List.of(app.get(invitation), app.post(invitation + "/accept").json("{}"),
                app.post(invitation + "/accept").json("{"), app.call("DELETE", invitation), app.get(invitation + "/x"),
                app.call("PUT", upload).body("PUT", new byte[1]), app.get(upload), app.get(upload + "/x"),
                app.call("PUT", upload + "%00"), app.call("PUT", upload + ";x=1"))) {
            answers.add(call.send());
        }
    }

    private Answer posted(String path, String... fields) {
        return app.post(path).json(object(fields)).send();
    }

    private static String object(String... fields) {
        List<String> members = new ArrayList<>();
        for (int field = 0; field < fields.length; field += 2) {
            members.add("\"%s\": \"%s\"".formatted(fields[field], fields[field + 1]));
        }
        return "{" + String.join(", ", members) + "}";
    }
}
