package dev.csai.chat.knowledge.written;

import dev.csai.chat.web.PlainText;
import org.jspecify.annotations.Nullable;

/** The name of a document that was typed. */
final class Title {

    private static final int MAX = 200;

    private Title() {}

    /** On one line. */
    static String checked(@Nullable String title) {
        return PlainText.required(title, "/title", MAX).replaceAll("\\s+", " ");
    }
}
