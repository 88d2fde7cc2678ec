package dev.csai.chat.mail;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is told to somebody, before it is put into a language.
 *
 * @param values that the sentences of its kind name, in their order
 * @param code to be typed in somewhere
 * @param link where its button leads
 */
public record Letter(Kind kind, List<String> values, @Nullable String code, @Nullable URI link) {

    public enum Kind {
        SIGNUP_CODE, ALREADY_REGISTERED, MAGIC_LINK, PASSWORD_RESET, PASSWORD_CHANGED, SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF, SECOND_FACTOR_RESET, RECOVERY_CODES_NEW, INVITATION;

        /** The word its sentences are found under. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Letter {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return "Letter[" + kind + "]";
    }
}
