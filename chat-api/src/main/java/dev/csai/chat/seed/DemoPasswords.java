package dev.csai.chat.seed;

import org.jspecify.annotations.Nullable;

/**
 * Passwords for the demo's two people, at least 16 characters each; one that is absent is made up at random.
 */
public record DemoPasswords(@Nullable String owner, @Nullable String operator) {

    private static final int MIN_LENGTH = 16;

    public DemoPasswords {
        check(owner);
        check(operator);
    }

    public static DemoPasswords random() {
        return new DemoPasswords(null, null);
    }

    private static void check(@Nullable String password) {
        if (password != null && password.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("a password of the demo has at least " + MIN_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "DemoPasswords[withheld]";
    }
}
