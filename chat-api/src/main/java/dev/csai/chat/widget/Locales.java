package dev.csai.chat.widget;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of a tenant's languages a page gets. */
final class Locales {

    /** Languages written from right to left, by their ISO 639 codes. */
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur",
            "yi");

    private Locales() {}

    /** The asked language if the tenant speaks it, whatever the region; else the tenant's default. */
    static String choose(@Nullable String asked, List<String> spoken, String fallback) {
        if (asked == null) {
            return fallback;
        }
        String language = language(asked);
        return spoken.stream().filter(known -> language(known).equals(language)).findFirst().orElse(fallback);
    }

    static String direction(String locale) {
        return RIGHT_TO_LEFT.contains(language(locale)) ? "rtl" : "ltr";
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    }
}
