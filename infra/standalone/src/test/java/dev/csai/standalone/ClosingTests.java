package dev.csai.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTests {

    private final List<String> closed = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void closes_in_reverse_order_even_past_a_failure() {
        closing.add(() -> closed.add("database"));
        closing.add(() -> {
            throw new IllegalStateException("stuck");
        });
        closing.add(() -> closed.add("door"));
        closing.closeAll();
        closing.closeAll();
        assertThat(closed).containsExactly("door", "database");
    }

    @Test
    void closes_at_once_what_comes_up_too_late() {
        closing.closeAll();
        assertThatIllegalStateException().isThrownBy(() -> closing.add(() -> closed.add("late app")))
                .withMessage("CSAI is stopping");
        assertThat(closed).containsExactly("late app");
    }
}
