package dev.csai.ingest.chunk;

import dev.csai.shared.text.Language;
import java.util.function.ToIntFunction;

/** How long a text is. The model splits other scripts into letters, so their length is estimated instead. */
record Tokens(ToIntFunction<String> latin) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    int of(String text) {
        return Language.of(text) == Language.ENGLISH
                ? latin.applyAsInt(text)
                : (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
