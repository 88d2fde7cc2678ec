package dev.csai.chat.key;

import dev.csai.chat.access.Origin;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of the origins whose pages may use a publishable key. None: the pages of this server and what is no page. */
final class AllowedOrigins {

    private static final int MAX = 50;
    private static final int MAX_ORIGIN = 270;

    private AllowedOrigins() {}

    /** Each once, as browsers write it. */
    static List<String> checked(@Nullable List<@Nullable String> given, Kind kind) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        if (kind == Kind.SECRET) {
            throw ProblemException.invalid("/allowedOrigins", "not-allowed", "No page may use a secret key.");
        }
        if (given.size() > MAX) {
            throw ProblemException.invalid("/allowedOrigins", "too-many", "There may be at most " + MAX + " origins.");
        }
        Set<String> checked = new LinkedHashSet<>();
        for (int index = 0; index < given.size(); index++) {
            checked.add(checked(given.get(index), "/allowedOrigins/" + index));
        }
        return List.copyOf(checked);
    }

    private static String checked(@Nullable String given, String at) {
        String text = PlainText.required(given, at, MAX_ORIGIN);
        return text.equals(Origin.ANY)
                ? text
                : Origin.parse(text).map(Origin::text).orElseThrow(() -> ProblemException.invalid(at, "malformed",
                        "An origin is written as in https://shop.example, without a path; * stands for all."));
    }
}
