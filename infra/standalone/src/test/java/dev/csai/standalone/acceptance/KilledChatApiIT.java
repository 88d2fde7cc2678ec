package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A chat-api that is killed among its turns: another, which was never asked, finishes them. */
@ResourceLock(value = ProductionPlatform.LOCK, mode = ResourceAccessMode.READ)
class KilledChatApiIT {

    private static final int ROUNDS = Platforms.full() ? 10 : 1;
    /** A kill may come just when nobody waits for an answer; then there is another. */
    private static final int MOST_ROUNDS = ROUNDS + 4;
    private static final long SEED = Long.getLong("csai.seed", 20260102L);
    /** Beyond the lease of a turn and the pause between two sweeps. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(90);

    private final ProductionPlatform platform = Platforms.production();

    @Test
    void what_a_killed_chat_api_had_accepted_is_answered_and_billed_once_by_another() {
        Random random = new Random(SEED);
        Tenant shop = platform.newTenant("shop of two doors");
        shop.owner().ingest(Shop.ENGLISH);
        KilledTraffic traffic = new KilledTraffic(shop);
        int begun = 0;
        int round = 0;
        while (round < ROUNDS || (begun == 0 && round < MOST_ROUNDS)) {
            AppProcess second = platform.oneMore(App.CHAT_API);
            traffic.talkUntil(Duration.ofMillis(1000 + random.nextInt(3000)), new Http(second.base()),
                    () -> killAmongTurns(second, shop));
            begun += unfinished(shop).size();
            round++;
        }
        System.out.printf("a chat-api was killed %d times, seed %d: %d turns were begun%n", round, SEED, begun);
        assertThat(begun).as("turns that a kill interrupted").isPositive();

        await("the end of every turn without anybody who asks for it").atMost(TAKEN_OVER)
                .pollInterval(Duration.ofMillis(200)).until(() -> unfinished(shop).isEmpty());

        Aftermath aftermath = new Aftermath(platform, shop);
        aftermath.assertTurns(traffic);
        aftermath.assertUsage();
        assertThat(traffic.utterances()).extracting(Utterance::clientMessageId).doesNotHaveDuplicates();
    }

    private void killAmongTurns(AppProcess process, Tenant shop) {
        await("turns to be killed in").atMost(TAKEN_OVER).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .until(() -> !unfinished(shop).isEmpty());
        process.kill();
    }

    private List<UUID> unfinished(Tenant shop) {
        return platform.sql().sql("select id from chat.turns where tenant_id = ? and state <> 'completed'")
                .param(shop.id().value()).query(UUID.class).list();
    }
}
