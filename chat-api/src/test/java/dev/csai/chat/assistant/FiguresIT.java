package dev.csai.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FiguresIT {

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);

    @Test
    void are_those_of_the_turns_of_the_last_thirty_days() {
        Turns turns = new Turns(app, owner.tenant());
        turns.add("answered", 100, 20, Duration.ofSeconds(1), Duration.ZERO);
        turns.add("answered", 40, 0, Duration.ofMillis(250), Duration.ofDays(30).minusSeconds(1));
        turns.add("abstained", 0, 0, Duration.ofMillis(550), Duration.ofDays(1));
        turns.add("handed_off", 0, 0, Duration.ofSeconds(9), Duration.ofDays(1));
        turns.add("answered", 9000, 9000, Duration.ofSeconds(9), Duration.ofDays(31));
        new Turns(app, Owner.of(app).tenant()).add("abstained", 70, 7, Duration.ofSeconds(7), Duration.ZERO);

        JsonNode figures = figures();

        assertThat(figures.at("/periodEnd").asString()).isEqualTo(app.clock.instant().toString());
        assertThat(figures.at("/answers").asLong()).isEqualTo(3);
        assertThat(figures.at("/abstained").asLong()).isEqualTo(1);
        assertThat(figures.at("/abstainRate").asDouble()).isEqualTo(1 / 3.0);
        assertThat(figures.at("/meanTokens").asDouble()).isEqualTo(160 / 3.0);
        assertThat(figures.at("/meanResponseMs").asDouble()).isEqualTo(600);
    }

    @Test
    void have_no_means_of_nothing() {
        assertThat(figures().propertyNames()).containsExactlyInAnyOrder("periodStart", "periodEnd", "answers",
                "abstained");
        assertThat(figures().at("/answers").asLong()).isZero();
    }

    private JsonNode figures() {
        return owner.call("GET", "/v1/assistant/figures").send().json();
    }
}
