package dev.csai.chat.web;

import dev.csai.shared.problem.FieldError;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Checks of texts that people type. */
public final class PlainText {

    private static final String BAD_CHARACTER = "bad-character";
    private static final String NO_TEXT = "This field holds a character that is not text.";

    private PlainText() {}

    /**
     * @return the text without white space around it
     * @throws ProblemException if it is absent, blank, longer than {@code max} characters or holds U+0000, which
     *         PostgreSQL cannot store
     */
    public static String required(@Nullable String text, String pointer, int max) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(pointer, "required", "This field must not be empty.");
        }
        return checked(text.strip(), pointer, max);
    }

    public static @Nullable String optional(@Nullable String text, String pointer, int max) {
        return text == null ? null : checked(text.strip(), pointer, max);
    }

    private static String checked(String text, String pointer, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            throw ProblemException.invalid(pointer, "too-long", "This field takes at most " + max + " characters.");
        }
        if (!isText(text)) {
            throw ProblemException.invalid(pointer, BAD_CHARACTER, NO_TEXT);
        }
        return text;
    }

    /** Whether PostgreSQL can store it. */
    public static boolean isText(String text) {
        return text.indexOf('\0') < 0 && !hasLoneSurrogate(text);
    }

    public static FieldError badCharacter(String pointer) {
        return new FieldError(pointer, BAD_CHARACTER, NO_TEXT);
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
