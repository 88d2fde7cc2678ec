package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Chunk;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Processes come and go; what they were at is finished by those that are there. */
@Order(2)
@ResourceLock(ProductionPlatform.LOCK)
class ProcessesIT {

    private static final int DOCUMENTS = 50;
    /** So that a kill finds some done, some begun and many waiting. */
    private static final int DONE_BEFORE = 8;
    private static final int PARAGRAPHS = 12;

    private final ProductionPlatform platform = Platforms.production();

    @AfterEach
    void everything_runs_again() {
        platform.startAgain();
    }

    @Test
    void every_app_runs_on_without_being_asked_for_anything() {
        assertThat(App.values()).allMatch(app -> platform.process(app).isAlive());
    }

    @Test
    void what_comes_while_others_are_stopped_is_done_when_they_are_back() {
        Tenant shop = platform.newTenant("patient shop");
        Document known = shop.owner().ingest(Shop.ENGLISH);
        List<App> others = List.of(App.INGEST_PIPELINE, App.BILLING_BATCH, App.CHANNEL_ADAPTERS);
        assertThat(others).allSatisfy(
                app -> assertThat(platform.process(app).stop()).as(app.word()).isEqualTo(AppProcess.TERMINATED));

        var answer = shop.visitor().ask(Shop.ENGLISH_QUESTION);
        Document waiting = shop.owner().upload(manual(0));
        assertThat(shop.owner().document(waiting.id()).status()).isEqualTo("pending");
        platform.startAgain();

        assertThat(answer.text()).contains(Shop.ENGLISH_FACT);
        Document done = shop.owner().ended(waiting.id());
        assertThat(done.status()).isEqualTo("completed");
        Ledger ledger = new Ledger(platform, shop);
        ledger.settlesAt(Map.of("messages", 1L, "input_tokens", (long) answer.usage().inputTokens(), "output_tokens",
                (long) answer.usage().outputTokens(), "embedding_tokens",
                ledger.embeddedByIngestion(List.of(known, done)) + Ledger.embedded(Shop.ENGLISH_QUESTION)));
    }

    @Test
    void fifty_documents_are_finished_by_another_when_an_ingest_pipeline_is_killed_among_them() {
        Tenant archive = platform.newTenant("archive");
        IntStream.range(0, DOCUMENTS).forEach(number -> archive.owner().upload(manual(number)));
        await("the middle of the work").atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50))
                .until(() -> done(archive) >= DONE_BEFORE);

        platform.process(App.INGEST_PIPELINE).kill();
        long done = done(archive);
        long begun = count("select count(*) from ingest.work where tenant_id = ? and leased_until is not null",
                archive);
        platform.startAgain();

        System.out.printf("an ingest-pipeline was killed with %d documents done and %d begun%n", done, begun);
        assertThat(done + begun).isLessThan(DOCUMENTS);
        assertThat(begun).as("work that nobody gave back").isPositive();
        await("the end of all documents").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(archive.owner().documents()).hasSize(DOCUMENTS)
                        .allMatch(document -> document.status().equals("completed")));
        assertChunksAreThereOnce(archive);
        assertUsageIsCountedOnce(archive);
    }

    private void assertChunksAreThereOnce(Tenant archive) {
        List<Document> documents = archive.owner().documents();
        List<List<Chunk>> chunks = documents.stream().map(document -> archive.owner().chunks(document.id())).toList();
        assertThat(documents).zipSatisfy(chunks, (document, own) -> assertThat(own).as(document.fileName())
                .isNotEmpty().extracting(Chunk::ordinal)
                .containsExactlyElementsOf(IntStream.range(0, document.chunkCount()).boxed().toList()));
        assertThat(chunks.stream().flatMap(List::stream)).extracting(Chunk::chunkId).doesNotHaveDuplicates();
        assertThat(chunks.stream().flatMap(List::stream)).extracting(Chunk::text).doesNotHaveDuplicates();
        assertThat(count("select count(*) from ingest.chunks where tenant_id = ?", archive))
                .as("chunks, searched or not").isEqualTo(chunks.stream().mapToLong(List::size).sum());
    }

    /** One fact for each document: that of the generation which is searched. */
    private void assertUsageIsCountedOnce(Tenant archive) {
        Ledger ledger = new Ledger(platform, archive);
        ledger.settlesAt(Map.of("messages", 0L, "input_tokens", 0L, "output_tokens", 0L, "embedding_tokens",
                ledger.embeddedByIngestion(archive.owner().documents())));
        assertThat(count("select count(*) from billing.usage_records where tenant_id = ?", archive))
                .isEqualTo(DOCUMENTS);
        assertThat(count("""
                select count(distinct d.document_id) from ingest.documents d
                join billing.usage_records u on u.tenant_id = d.tenant_id and u.source_id = d.active_generation_id
                where d.tenant_id = ?
                """, archive)).isEqualTo(DOCUMENTS);
    }

    private long count(String sql, Tenant tenant) {
        return platform.sql().sql(sql).param(tenant.id().value()).query(Long.class).single();
    }

    private static long done(Tenant tenant) {
        return tenant.owner().documents().stream().filter(document -> document.status().equals("completed")).count();
    }

    private static FileBytes manual(int number) {
        return FileBytes.text("manual-" + number + ".txt", IntStream.range(0, PARAGRAPHS)
                .mapToObj(part -> "Part %d of machine %d is made of steel, weighs %d grams and is oiled every %d days."
                        .formatted(part, number, 100 + part * 7 + number, 1 + part)
                        + " It was tested by engineer number %d before it was sold to a customer abroad."
                                .formatted(number * PARAGRAPHS + part))
                .collect(Collectors.joining("\n\n")));
    }
}
