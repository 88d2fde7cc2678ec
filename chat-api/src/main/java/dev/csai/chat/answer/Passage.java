package dev.csai.chat.answer;

import org.jspecify.annotations.Nullable;

/**
 * A passage as the assistant reads it.
 *
 * @param heading what it is about, such as the question that it answers; the outer headings before the inner
 */
record Passage(@Nullable String heading, String text) {

    /** Stands between a heading and the one below it. */
    static final char BELOW = '›';
}
