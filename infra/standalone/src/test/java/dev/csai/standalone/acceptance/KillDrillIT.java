package dev.csai.standalone.acceptance;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of ingestion and of turns loses nothing and counts nothing twice. */
@Order(1)
class KillDrillIT {

    private static final int ROUNDS = Platforms.full() ? 10 : 2;
    private static final long SEED = Long.getLong("csai.seed", 20260101L);

    @Test
    void nothing_is_lost_or_doubled_by_kills_at_random() throws Exception {
        System.out.printf("kill drill: %d rounds, seed %d%n", ROUNDS, SEED);
        Random random = new Random(SEED);
        try (StandalonePlatform platform = StandalonePlatform.start()) {
            Tenant tenant = platform.newTenant("killed shop");
            tenant.owner().ingest(Shop.ENGLISH);
            KilledTraffic traffic = new KilledTraffic(tenant);
            for (int round = 0; round < ROUNDS; round++) {
                Duration life = Duration.ofMillis(500 + random.nextInt(5500));
                System.out.printf("kill drill: round %d, killed after %d ms%n", round + 1, life.toMillis());
                traffic.runUntil(life, round, platform::kill);
                platform.startAgain();
            }
            Aftermath aftermath = new Aftermath(platform, tenant);
            aftermath.assertDocuments(traffic);
            aftermath.assertTurns(traffic);
            aftermath.assertUsage();
        }
    }
}
