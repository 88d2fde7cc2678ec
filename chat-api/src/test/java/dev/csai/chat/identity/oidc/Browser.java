package dev.csai.chat.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes where it is sent, and keeps what it is given. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestApp app;
    private @Nullable String cookie;

    Browser(TestApp app) {
        this.app = app;
    }

    /** To the provider and back, and whatever comes of it. */
    Answer signIn(String email) {
        return comeBack(go(email));
    }

    /** To the provider; where that one sends the browser. */
    URI go(String email) {
        Answer start = start(email);
        assertThat(start.status()).as(start.response().body()).isEqualTo(200);
        return visit(URI.create(start.text("/redirectUrl")));
    }

    Answer start(String email) {
        Answer start = app.post("/v1/auth/oidc/start").json("{\"email\": \"" + email + "\"}").send();
        cookie = start.cookie("csai_sign_in").orElse(cookie);
        return start;
    }

    static URI visit(URI page) {
        try {
            HttpResponse<String> answer = CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(page + " " + answer.body()).isEqualTo(302);
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(page.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The app is known under another host than the test reaches it by. */
    Answer comeBack(URI callback) {
        assertThat(callback.toString()).startsWith("https://csai.test/v1/auth/oidc/callback/");
        Call call = app.get(callback.getRawPath() + "?" + callback.getRawQuery());
        return (cookie == null ? call : call.cookie("csai_sign_in", cookie)).send();
    }

    static void assertRefused(Answer answer, String problem) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/console/sign-in?problem=" + problem);
        assertThat(answer.cookie("csai_refresh")).isEmpty();
    }

    /** The renewed session of who was let in. */
    Session in(Answer answer) {
        assertThat(answer.header("Location")).contains("/console/");
        return new Session(app, answer.cookie("csai_refresh").orElseThrow());
    }

    /** A session by its newest cookie. */
    static final class Session {

        private final TestApp app;
        private String refresh;
        private final List<Answer> renewals = new ArrayList<>();

        Session(TestApp app, String refresh) {
            this.app = app;
            this.refresh = refresh;
        }

        Answer renew() {
            Answer answer = app.post("/v1/auth/refresh").cookie("csai_refresh", refresh).send();
            refresh = answer.cookie("csai_refresh").orElse(refresh);
            renewals.add(answer);
            return answer;
        }

        /** Of the last renewal, or the first. */
        String token() {
            return (renewals.isEmpty() ? renew() : renewals.getLast()).text("/accessToken");
        }
    }
}
