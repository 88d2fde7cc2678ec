package dev.csai.chat.tool;

import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a tool, as it comes.
 *
 * @param revision that the tool had when it was last seen; a new one has none
 * @param name by which models call it
 * @param description by which models decide whether to call it
 * @param en for people who read English
 * @param he for people who read Hebrew
 */
record ToolDefinition(@Nullable Integer revision, @Nullable String name, @Nullable Category category,
        @Nullable Effect effect,
        @Nullable String description, @Nullable Wording en, @Nullable Wording he,
        @Nullable ParameterSchema parameters) {

    /** What all providers of models accept as the name of a function. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final int MAX_NAME = 64;
    private static final int MAX_DESCRIPTION = 1000;

    /** Of a tool that is not there yet. */
    Checked checkedNew() {
        if (revision != null) {
            throw ProblemException.invalid("/revision", "not-allowed", "A new tool has no revision.");
        }
        return checked();
    }

    /** A definition with nothing absent. */
    Checked checked() {
        String called = PlainText.required(name, "/name", MAX_NAME);
        if (!NAME.matcher(called).matches()) {
            throw ProblemException.invalid("/name", "malformed",
                    "A name is of small letters, digits and underscores, and begins with a letter.");
        }
        return new Checked(called, given(category, "/category"), given(effect, "/effect"),
                PlainText.required(description, "/description", MAX_DESCRIPTION), given(en, "/en").checked("/en"),
                given(he, "/he").checked("/he"), given(parameters, "/parameters").checked());
    }

    private static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw ProblemException.invalid(pointer, "required", "This field must not be empty.");
        }
        return value;
    }

    record Checked(String name, Category category, Effect effect, String description, Wording en, Wording he,
            ParameterSchema parameters) {}
}
