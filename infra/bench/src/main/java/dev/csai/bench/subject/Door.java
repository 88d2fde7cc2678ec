package dev.csai.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A member's calls to the API, for what a measurement needs besides the calls that it measures. */
public final class Door {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();

    /** The access token of the demo's owner. */
    public String logIn(URI product) throws IOException, InterruptedException {
        String body = json.createObjectNode().put("email", "owner@demo.csai.local").put("password", Product.PASSWORD)
                .toString();
        String answer = send(HttpRequest.newBuilder(product.resolve("/v1/auth/login"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)), "");
        return json.readTree(answer).path("accessToken").asString();
    }

    /** The id of the document that the Markdown became. */
    public UUID upload(URI product, String token, String fileName, String text)
            throws IOException, InterruptedException {
        String boundary = "bench-" + UUID.randomUUID();
        String body = """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/markdown\r
                \r
                %s\r
                --%s--\r
                """.formatted(boundary, fileName, text, boundary);
        String answer = send(HttpRequest.newBuilder(product.resolve("/v1/knowledge/documents"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)), token);
        return UUID.fromString(json.readTree(answer).path("id").asString());
    }

    /** What the API says of a document's state. */
    public String status(URI product, String token, UUID document) throws IOException, InterruptedException {
        return json.readTree(get(product.resolve("/v1/knowledge/documents/" + document), token)).path("status")
                .asString();
    }

    /** A visitor's turn. */
    public void ask(URI product, String key, String question) throws IOException, InterruptedException {
        String body = json.createObjectNode().put("text", question).toString();
        send(HttpRequest.newBuilder(product.resolve("/v1/chat/messages")).header("X-API-Key", key)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)), "");
    }

    /** @param token empty for what anybody may read */
    String get(URI address, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address), token);
    }

    private String send(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
