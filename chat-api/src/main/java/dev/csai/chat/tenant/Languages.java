package dev.csai.chat.tenant;

import dev.csai.chat.web.LanguageTags;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks of the languages that a tenant speaks. */
final class Languages {

    private static final int MAX = 50;
    private static final int MAX_TAG = 30;

    private Languages() {}

    /** At least one, none twice, each one that has a name. */
    static List<String> checked(@Nullable List<@Nullable String> given) {
        if (given == null || given.isEmpty()) {
            throw ProblemException.invalid("/languages", "required", "A tenant speaks at least one language.");
        }
        if (given.size() > MAX) {
            throw ProblemException.invalid("/languages", "too-many", "There may be at most " + MAX + " languages.");
        }
        List<String> checked = new ArrayList<>();
        for (String tag : given) {
            String at = "/languages/" + checked.size();
            String known = known(tag, at);
            if (checked.stream().anyMatch(known::equalsIgnoreCase)) {
                throw ProblemException.invalid(at, "duplicate", "This language is there already.");
            }
            checked.add(known);
        }
        return checked;
    }

    static String checkedDefault(@Nullable String given, List<String> spoken) {
        String tag = PlainText.required(given, "/defaultLocale", MAX_TAG);
        if (!spoken.contains(tag)) {
            throw ProblemException.invalid("/defaultLocale", "not-allowed",
                    "The default is one of the tenant's languages, written alike.");
        }
        return tag;
    }

    private static String known(@Nullable String given, String at) {
        String tag = PlainText.required(given, at, MAX_TAG);
        LanguageTags.optional(tag, at);
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())) {
            throw ProblemException.invalid(at, "unknown", "There is no such language.");
        }
        return tag;
    }
}
