package dev.csai.chat.key;

import dev.csai.chat.audit.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log tells of a key, of whose text not even the beginning.
 *
 * @param successor the key that takes its place
 */
record KeySnapshot(String name, Kind kind, @Nullable List<String> scopes, @Nullable List<String> allowedOrigins,
        Key.Status status, @Nullable Instant expiresAt, @Nullable UUID successor) implements Snapshot {

    static KeySnapshot of(Key key) {
        return new KeySnapshot(key.name(), key.kind(), key.scopes(), key.allowedOrigins(), key.status(),
                key.expiresAt(), null);
    }

    /** Of a key that holds until a time, and has a successor. */
    static KeySnapshot replaced(Key old, Instant end, boolean atOnce, Key successor) {
        return new KeySnapshot(old.name(), old.kind(), old.scopes(), old.allowedOrigins(),
                atOnce ? Key.Status.REVOKED : Key.Status.EXPIRING, atOnce ? null : end, successor.id());
    }

    static KeySnapshot revoked(Key key) {
        return new KeySnapshot(key.name(), key.kind(), key.scopes(), key.allowedOrigins(), Key.Status.REVOKED,
                key.expiresAt(), null);
    }
}
