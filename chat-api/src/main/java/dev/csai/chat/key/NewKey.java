package dev.csai.chat.key;

import dev.csai.chat.access.KeyText;
import dev.csai.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A key that is being made.
 *
 * @param text the only time that of a secret key is known
 * @param scopes none for a publishable key
 * @param allowedOrigins none for a secret key
 */
record NewKey(UUID id, Kind kind, String name, String text, List<String> scopes, List<String> allowedOrigins) {

    private static final int PREFIX = 8;

    NewKey {
        scopes = List.copyOf(scopes);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    static NewKey publishable(String name, List<String> allowedOrigins) {
        return new NewKey(Ids.next(), Kind.PUBLISHABLE, name, KeyText.generate(), List.of(), allowedOrigins);
    }

    static NewKey secret(String name, List<String> scopes) {
        return new NewKey(Ids.next(), Kind.SECRET, name, KeyText.generateSecret(), scopes, List.of());
    }

    static String prefix(String text) {
        return text.substring(0, PREFIX);
    }

    /** As it is shown this once. */
    Key made(Instant now) {
        return switch (kind) {
            case PUBLISHABLE -> new Key(id, name, kind, prefix(text), text, null, allowedOrigins, now, null, null, null,
                    Key.Status.ACTIVE);
            case SECRET -> new Key(id, name, kind, prefix(text), text, scopes, null, now, null, null, null,
                    Key.Status.ACTIVE);
        };
    }

    @Override
    public String toString() {
        return "NewKey[" + id + "]";
    }
}
