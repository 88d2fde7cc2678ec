package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is used is counted, to the token. */
class UsageIT {

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void turns_and_ingestion_are_counted_exactly() {
        Tenant shop = platform().newTenant("counting shop");
        assertThat(shop.owner().usage()).isEqualTo(
                Map.of("messages", 0L, "input_tokens", 0L, "output_tokens", 0L, "embedding_tokens", 0L));

        shop.owner().ingest(Shop.HEBREW);
        var english = shop.owner().ingest(Shop.ENGLISH);
        Ledger ledger = new Ledger(platform(), shop);
        ledger.settlesAt(Map.of("messages", 0L, "input_tokens", 0L, "output_tokens", 0L, "embedding_tokens",
                ledger.embeddedByIngestion(english)));
        long ingested = shop.owner().usage().getOrDefault("embedding_tokens", 0L);

        String nonsense = "What is the airspeed velocity of an unladen swallow?";
        List<Answer> answers = List.of(shop.visitor().ask("Hi"), shop.visitor().ask(Shop.ENGLISH_QUESTION),
                shop.visitor().ask(nonsense), shop.visitor().ask(Shop.HEBREW_QUESTION));
        ledger.settlesAt(Map.of(
                "messages", 4L,
                "input_tokens", answers.stream().mapToLong(answer -> answer.usage().inputTokens()).sum(),
                "output_tokens", answers.stream().mapToLong(answer -> answer.usage().outputTokens()).sum(),
                "embedding_tokens", ingested + Ledger.embedded(Shop.ENGLISH_QUESTION)
                        + Ledger.embedded(nonsense)));
    }
}
