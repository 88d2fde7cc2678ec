package dev.csai.chat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One request under construction. */
public final class Call {

    private final HttpClient client;
    private final HttpRequest.Builder request;

    Call(HttpClient client, String method, URI uri) {
        this.client = client;
        this.request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.noBody());
    }

    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Call key(String publishableKey) {
        return header("X-API-Key", publishableKey);
    }

    public Call token(String accessToken) {
        return header("Authorization", "Bearer " + accessToken);
    }

    public Call origin(String origin) {
        return header("Origin", origin);
    }

    public Call cookie(String name, String value) {
        return header("Cookie", name + "=" + value);
    }

    public Call json(String body) {
        return body("application/json", body);
    }

    public Call body(String contentType, String body) {
        request.header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
        return this;
    }

    public Call body(String method, byte[] body) {
        request.method(method, BodyPublishers.ofByteArray(body));
        return this;
    }

    /** As {@link #json(String)}, with another method. */
    public Call json(String method, String body) {
        request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        return this;
    }

    public Answer send() {
        return send(BodyHandlers.ofString());
    }

    /** The same, but of a stream of events only what comes in the first moment. */
    public Answer sendBriefly() {
        return send(FirstMoment::of);
    }

    private Answer send(BodyHandler<String> body) {
        try {
            return new Answer(client.send(request.build(), body));
        } catch (IOException e) {
            throw new UncheckedIOException("the app did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the app", e);
        }
    }

    public CompletableFuture<Answer> sendAsync() {
        return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Answer::new);
    }
}
