package dev.csai.chat.identity;

import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param tenantId which of the person's tenants to sign in at
 * @param code of the second factor, for those who have one
 */
record LoginRequest(@Nullable String email, @Nullable String password, @Nullable UUID tenantId,
        @Nullable String code) {

    private static final int MAX_EMAIL = 320;
    private static final int MAX_CODE = 40;

    /** In the one form in which addresses are stored. */
    String checkedEmail() {
        return PlainText.required(email, "/email", MAX_EMAIL).toLowerCase(Locale.ROOT);
    }

    String checkedPassword() {
        return checkedPassword(password, "/password");
    }

    /** Not stripped: white space is a part of a password. */
    static String checkedPassword(@Nullable String password, String pointer) {
        if (password == null || password.isEmpty()) {
            throw ProblemException.invalid(pointer, "required", "This field must not be empty.");
        }
        if (password.length() > Passwords.MAX_LENGTH) {
            throw ProblemException.invalid(pointer, "too-long", "This is longer than a password may be.");
        }
        return password;
    }

    /** A field that was left empty is an absent one. */
    static @Nullable String optionalCode(@Nullable String code) {
        String typed = PlainText.optional(code, "/code", MAX_CODE);
        return typed == null || typed.isEmpty() ? null : typed;
    }

    static String requiredCode(@Nullable String code) {
        return PlainText.required(code, "/code", MAX_CODE);
    }

    @Override
    public String toString() {
        return "LoginRequest[withheld]";
    }
}
