package dev.csai.chat.web;

import dev.csai.shared.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of language tags (BCP 47), by their form. */
public final class LanguageTags {

    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private LanguageTags() {}

    /** @throws ProblemException if it is there and not a language tag */
    public static @Nullable String optional(@Nullable String tag, String pointer) {
        if (tag != null && !FORM.matcher(tag).matches()) {
            throw ProblemException.invalid(pointer, "malformed", "A locale is a language tag such as en or he-IL.");
        }
        return tag;
    }
}
