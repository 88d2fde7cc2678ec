package dev.csai.chat.access;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** How keys are written: {@code pk_} or {@code sk_} and 32 random base62 characters, about 190 bits. */
public final class KeyText {

    private static final String PUBLISHABLE = "pk_";
    private static final String SECRET = "sk_";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 32;
    private static final Pattern RANDOM_PART = Pattern.compile("[0-9A-Za-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    /** A new publishable key. */
    public static String generate() {
        return generate(PUBLISHABLE);
    }

    public static String generateSecret() {
        return generate(SECRET);
    }

    private static String generate(String prefix) {
        StringBuilder text = new StringBuilder(prefix);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }

    static boolean isPublishable(String text) {
        return isOf(PUBLISHABLE, text);
    }

    static boolean isSecret(String text) {
        return isOf(SECRET, text);
    }

    /** Well-formed or not. */
    static boolean isMeantAsSecret(String text) {
        return text.startsWith(SECRET);
    }

    private static boolean isOf(String prefix, String text) {
        return text.startsWith(prefix) && RANDOM_PART.matcher(text).region(prefix.length(), text.length()).matches();
    }
}
