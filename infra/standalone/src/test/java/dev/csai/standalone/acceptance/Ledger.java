package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The usage of a tenant, which arrives at the ledger a moment after the work. */
record Ledger(Platform platform, Tenant tenant) {

    private static final Duration ARRIVAL = Duration.ofSeconds(60);
    /** Anything counted twice would arrive meanwhile. */
    private static final Duration STILL = Duration.ofSeconds(1);

    /** What all turns and ingestions that were ever completed have used, by the rows they were completed with. */
    void settlesAt(Map<String, Long> expected) {
        await("usage").atMost(ARRIVAL).pollInterval(Duration.ofMillis(100)).during(STILL)
                .untilAsserted(() -> assertThat(tenant.owner().usage()).isEqualTo(expected));
    }

    /** Tokens of the chunks that have a vector. */
    long embeddedByIngestion(UUID document) {
        return tenant.owner().chunks(document).stream().mapToLong(Contract.Chunk::tokens).sum();
    }
}
