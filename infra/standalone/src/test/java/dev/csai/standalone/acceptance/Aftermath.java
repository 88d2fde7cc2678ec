package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Chunk;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Contract.Line;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What has to hold for a tenant after processes were killed under it. */
record Aftermath(Platform platform, Tenant tenant) {

    private static final int REPEATED = 40;

    void assertDocuments(KilledTraffic traffic) {
        for (UUID id : traffic.documents()) {
            Document document = tenant.owner().ended(id);
            assertThat(document.status()).as(document.toString()).isEqualTo("completed");
            List<Chunk> chunks = tenant.owner().chunks(id);
            assertThat(chunks).hasSize(document.chunkCount()).extracting(Chunk::ordinal)
                    .containsExactlyElementsOf(IntStream.range(0, chunks.size()).boxed().toList());
            assertThat(chunks).extracting(Chunk::chunkId).doesNotHaveDuplicates();
            assertThat(chunks).extracting(Chunk::text).doesNotHaveDuplicates();
        }
        assertThat(tenant.owner().documents().stream().map(Document::id).toList())
                .containsAll(traffic.documents());
    }

    /**
     * Messages that were sent are sent once more, as a widget does when it comes back: all to which no answer had come,
     * and some of the others.
     */
    void assertTurns(KilledTraffic traffic) {
        repeated(traffic).forEach(utterance -> {
            Answer answer = await("the answer after all").atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> tenant.visitor().say(utterance), reply -> reply.status() == 200)
                    .as(200, Answer.class);
            Answer earlier = traffic.answers().get(utterance.clientMessageId());
            if (earlier != null) {
                assertThat(answer).as("the answer that was given before the kill").isEqualTo(earlier);
            }
            List<Line> lines = tenant.visitor().history(answer.sessionId());
            assertThat(lines.stream().filter(line -> utterance.clientMessageId().equals(line.clientMessageId())))
                    .hasSize(1);
            assertThat(lines.stream().filter(line -> answer.messageId().equals(line.messageId()))).hasSize(1);
        });
    }

    private static List<Utterance> repeated(KilledTraffic traffic) {
        Map<Boolean, List<Utterance>> answered = traffic.utterances().stream()
                .collect(Collectors.partitioningBy(sent -> traffic.answers().containsKey(sent.clientMessageId())));
        List<Utterance> repeated = new ArrayList<>(answered.getOrDefault(true, List.of()));
        Collections.shuffle(repeated, new Random(repeated.size()));
        return Stream.concat(answered.getOrDefault(false, List.of()).stream(),
                repeated.stream().limit(Platforms.full() ? Long.MAX_VALUE : REPEATED)).toList();
    }

    /** The ledger holds what the completed turns and the active generations say, and nothing else. */
    void assertUsage() {
        Map<String, Long> turns = platform.sql().sql("""
                select count(*)::text as messages, sum((answer -> 'usage' ->> 'inputTokens')::bigint) as input,
                  sum((answer -> 'usage' ->> 'outputTokens')::bigint) as output
                from chat.turns where tenant_id = ? and state = 'completed'
                """).param(tenant.id().value()).query((row, number) -> Map.of("messages", row.getLong(1),
                "input_tokens", row.getLong(2), "output_tokens", row.getLong(3))).single();
        Ledger ledger = new Ledger(platform, tenant);
        ledger.settled();
        await("usage of every turn").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .during(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(tenant.owner().usage())
                        .containsAllEntriesOf(turns));
        assertThat(platform.sql().sql("""
                select count(*) from chat.turns t where tenant_id = :tenant and (state <> 'completed' or 4 <>
                  (select count(*) from billing.usage_records u where u.tenant_id = t.tenant_id and u.source_id = t.id))
                """).param("tenant", tenant.id().value()).query(Long.class).single())
                .as("turns that are not counted exactly once").isZero();
        assertThat(platform.sql().sql("""
                select coalesce(sum(quantity), 0) from billing.usage_records
                where tenant_id = :tenant and source = 'ingestion'
                """).param("tenant", tenant.id().value()).query(Long.class).single())
                .as("tokens of the documents").isEqualTo(tenant.owner().documents().stream()
                        .mapToLong(ledger::embeddedByIngestion).sum());
    }
}
