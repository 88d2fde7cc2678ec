package dev.csai.bench.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProseTests {

    @Test
    void no_paragraph_comes_twice_for_repetitions_cost_ingestion_nothing() {
        String[] parts = new Prose(1).text(600).split("\n\n");

        assertThat(parts).hasSize(700).doesNotHaveDuplicates();
        assertThat(Arrays.stream(parts).filter(part -> part.startsWith("# "))).hasSize(100);
        assertThat(new Prose(1).text(3)).isEqualTo(new Prose(1).text(3)).isNotEqualTo(new Prose(2).text(3));
    }
}
