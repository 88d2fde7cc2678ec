package dev.csai.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTests {

    @Test
    void everything_is_measured_and_written_unless_told_otherwise() {
        assertThat(Arguments.of()).isEqualTo(new Arguments(List.of(Scenario.values()), false, false, true));
        assertThat(Arguments.of("all")).isEqualTo(Arguments.of());
    }

    @Test
    void a_quick_look_or_a_part_is_written_only_on_demand() {
        assertThat(Arguments.of("all", "--quick").write()).isFalse();
        assertThat(Arguments.of("turns")).isEqualTo(new Arguments(List.of(Scenario.TURNS), false, false, false));
        assertThat(Arguments.of("--write", "turns").write()).isTrue();
        assertThat(Arguments.of("retrieval", "--pgvector").pgvector()).isTrue();
    }

    @Test
    void what_is_not_understood_is_refused() {
        assertThatThrownBy(() -> Arguments.of("turn")).hasMessage("nothing to measure is called turn");
        assertThatThrownBy(() -> Arguments.of("--fast")).hasMessage("not understood: --fast");
    }
}
