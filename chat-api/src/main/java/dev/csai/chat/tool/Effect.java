package dev.csai.chat.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a call leaves something changed behind: only what reads may be called again without asking. */
enum Effect {
    READS, WRITES;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
