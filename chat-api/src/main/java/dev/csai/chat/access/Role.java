package dev.csai.chat.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do at a tenant. */
public enum Role {
    OWNER, ADMIN, AGENT;

    /** The word used in tables, tokens and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
