package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.index.Titles;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import dev.csai.shared.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.ai.embedding.EmbeddingRequest;

/** The usage of a tenant, which arrives at the ledger a moment after the work. */
record Ledger(Platform platform, Tenant tenant) {

    private static final Duration ARRIVAL = Duration.ofSeconds(60);
    /** Anything counted twice would arrive meanwhile. */
    private static final Duration STILL = Duration.ofSeconds(1);

    /** Waits until the ledger says so and goes on saying so. */
    void settlesAt(Map<String, Long> expected) {
        await("usage").atMost(ARRIVAL).pollInterval(Duration.ofMillis(100)).during(STILL)
                .untilAsserted(() -> assertThat(tenant.owner().usage()).isEqualTo(expected));
    }

    /** What it says when every completed turn and generation has been told of. */
    Map<String, Long> settled() {
        await("empty outboxes").atMost(ARRIVAL).pollInterval(Duration.ofMillis(100)).during(STILL)
                .until(() -> platform.sql().sql("""
                        select (select count(*) from chat.outbox where tenant_id = :tenant)
                          + (select count(*) from ingest.outbox where tenant_id = :tenant)
                        """).param("tenant", tenant.id().value()).query(Long.class).single() == 0);
        return tenant.owner().usage();
    }

    /** Tokens of a document's chunks under its title; right where the model reads the language of all of them. */
    long embeddedByIngestion(Contract.Document document) {
        return embeddedByIngestion(List.of(document));
    }

    long embeddedByIngestion(List<Contract.Document> documents) {
        return embedded(documents.stream().flatMap(this::passages).toList());
    }

    private Stream<String> passages(Contract.Document document) {
        String title = Titles.ofFile(document.fileName());
        return tenant.owner().chunks(document.id()).stream()
                .map(chunk -> new Chunk(chunk.ordinal(), chunk.heading(), chunk.page(), chunk.text(), Language.ENGLISH,
                        chunk.tokens()))
                .map(chunk -> Titles.inContext(chunk, title));
    }

    /** Tokens of a question as the model counts them; it reads English only. */
    static long embedded(String question) {
        return embedded(List.of(question));
    }

    private static long embedded(List<String> texts) {
        try (MiniLmEmbeddingModel model = new MiniLmEmbeddingModel(1)) {
            return model.call(new EmbeddingRequest(texts, null)).getMetadata().getUsage().getPromptTokens();
        }
    }
}
