package dev.csai.chat.tool;

import dev.csai.chat.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * How people are told of a tool, in the languages of the console.
 *
 * @param title what it is called
 * @param summary what it does, in a sentence or two
 */
record Wording(@Nullable String title, @Nullable String summary) {

    private static final int MAX_TITLE = 80;
    private static final int MAX_SUMMARY = 400;

    Wording checked(String pointer) {
        return new Wording(PlainText.required(title, pointer + "/title", MAX_TITLE),
                PlainText.required(summary, pointer + "/summary", MAX_SUMMARY));
    }
}
