package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was there before a process ended, however it ended, is there after the next start, and only once. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillDrillIT {

    private static final int ROUNDS = Platforms.full() ? 10 : 1;
    private static final long SEED = Long.getLong("csai.seed", 20260101L);

    private final StandalonePlatform platform = StandalonePlatform.startWithoutDocuments(Map.of());

    @AfterAll
    void close() {
        platform.close();
    }

    @Test
    void nothing_is_lost_or_doubled_by_kills_at_random() throws Exception {
        System.out.printf("kill drill: %d rounds, seed %d%n", ROUNDS, SEED);
        Random random = new Random(SEED);
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

    @Test
    void a_second_start_on_kept_data_goes_on_where_the_first_stopped() {
        Tenant shop = platform.newTenant("kept shop");
        Document document = shop.owner().ingest(Shop.ENGLISH);
        Utterance utterance = Utterance.of(Shop.ENGLISH_QUESTION);
        Answer answer = shop.visitor().say(utterance).as(200, Answer.class);
        List<ProcessHandle> processes = platform.processes();
        String demoKey = platform.demo().visitor().key();

        platform.stop();

        await("the end of all that was started").atMost(Duration.ofSeconds(10))
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        platform.startAgain();
        assertThat(shop.owner().document(document.id())).isEqualTo(document);
        assertThat(shop.visitor().say(utterance).as(200, Answer.class)).isEqualTo(answer);
        assertThat(shop.visitor().history(answer.sessionId())).hasSize(2);
        assertThat(shop.visitor().ask(Shop.ENGLISH_QUESTION, answer.sessionId()).outcome()).isEqualTo("answered");
        assertThat(platform.demo().visitor().key()).isEqualTo(demoKey);
    }
}
