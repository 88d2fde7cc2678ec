package dev.csai.chat.access;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** How a publishable key is written: {@code pk_} and 32 random base62 characters, about 190 bits. */
public final class KeyText {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("pk_[0-9A-Za-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    public static String generate() {
        StringBuilder text = new StringBuilder("pk_");
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
