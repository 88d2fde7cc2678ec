package dev.csai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void the_earliest_of_a_time_is_a_version_7_with_that_time_and_nothing_random() {
        assertThat(Ids.earliestOf(Instant.parse("2026-03-01T00:00:00Z")))
                .isEqualTo(UUID.fromString("019ca6b1-dc00-7000-8000-000000000000"));
    }

    @Test
    void ids_that_are_made_now_lie_between_the_earliest_of_a_second_ago_and_of_a_second_from_now() {
        Instant now = Instant.now();

        assertThat(Ids.next().toString()).isGreaterThan(Ids.earliestOf(now.minusSeconds(1)).toString())
                .isLessThan(Ids.earliestOf(now.plusSeconds(1)).toString());
    }
}
