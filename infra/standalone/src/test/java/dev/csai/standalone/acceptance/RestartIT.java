package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was there before a stop is there after the next start. */
class RestartIT {

    @Test
    void a_second_start_on_kept_data_goes_on_where_the_first_stopped() {
        try (StandalonePlatform platform = StandalonePlatform.start()) {
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
}
