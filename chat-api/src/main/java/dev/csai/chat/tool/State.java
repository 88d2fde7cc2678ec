package dev.csai.chat.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.csai.shared.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Nobody but operators sees a draft; a retired tool is offered no more. */
enum State {
    DRAFT, PUBLISHED, RETIRED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a list is asked for it. */
    static @Nullable State checked(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst()
                        .orElseThrow(() -> ProblemException.invalid("state", "not-allowed",
                                "A state is draft, published or retired."));
    }
}
