package dev.csai.chat.knowledge;

import java.util.Arrays;
import java.util.Locale;

/** Where a document's content comes from. */
public enum Kind {
    FILE, TEXT, QA, PROFILE;

    /** The word used in tables and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of document is called " + word));
    }
}
