package dev.csai.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Chunk;
import dev.csai.standalone.acceptance.Contract.Chunks;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Contract.Documents;
import dev.csai.standalone.acceptance.Contract.Found;
import dev.csai.standalone.acceptance.Contract.Hit;
import dev.csai.standalone.acceptance.Contract.Usage;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who has logged in at a tenant. */
record Member(Http http, LogIn logIn) {

    private static final String DOCUMENTS = "/v1/knowledge/documents";
    private static final Duration INGESTION = Duration.ofMinutes(5);

    String token() {
        return logIn.token();
    }

    Document upload(FileBytes file) {
        return tryUpload(List.of(file)).as(202, Document.class);
    }

    Reply tryUpload(List<FileBytes> files) {
        return send(with(DOCUMENTS).header("Content-Type", Multipart.CONTENT_TYPE).POST(Multipart.of(files)));
    }

    /** Uploads and waits for the end, whichever it is. */
    Document ingest(FileBytes file) {
        return ended(upload(file).id());
    }

    Document ended(UUID document) {
        return await("the end of document " + document).atMost(INGESTION).pollInterval(Duration.ofMillis(200))
                .until(() -> document(document), Document::hasEnded);
    }

    Document document(UUID document) {
        return get(DOCUMENTS + "/" + document).as(200, Document.class);
    }

    List<Document> documents() {
        return get(DOCUMENTS + "?limit=200").as(200, Documents.class).items();
    }

    /** All of them, page by page. */
    List<Chunk> chunks(UUID document) {
        List<Chunk> chunks = new ArrayList<>();
        @Nullable
        String cursor = null;
        do {
            Chunks page = get(DOCUMENTS + "/" + document + "/chunks?limit=200"
                    + (cursor == null ? "" : "&cursor=" + cursor)).as(200, Chunks.class);
            chunks.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return chunks;
    }

    Reply delete(UUID document) {
        return send(with(DOCUMENTS + "/" + document).DELETE());
    }

    List<Hit> search(String query, int limit) {
        return post("/v1/knowledge/search", Reply.JSON.writeValueAsString(Map.of("query", query, "limit", limit)))
                .as(200, Found.class).chunks();
    }

    Map<String, Long> usage() {
        return get("/v1/billing/usage").as(200, Usage.class).sums();
    }

    Reply get(String path) {
        return send(with(path));
    }

    Reply post(String path, String json) {
        return send(with(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply put(String path, String json) {
        return send(with(path).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Lets the tenant's assistant answer by these settings; those that are not named are the defaults. */
    void publish(String settings) {
        int revision = get("/v1/assistant").expect(200).json().path("revision").asInt();
        put("/v1/assistant", "{\"revision\": %d, \"settings\": %s}".formatted(revision, settings)).expect(200);
        post("/v1/assistant/publish", "{\"revision\": %d}".formatted(revision + 1)).expect(201);
    }

    Reply send(HttpRequest.Builder request) {
        return http.send(request.build());
    }

    HttpRequest.Builder with(String path) {
        return http.to(path).header("Authorization", "Bearer " + token());
    }
}
