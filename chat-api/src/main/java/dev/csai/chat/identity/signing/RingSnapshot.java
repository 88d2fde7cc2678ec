package dev.csai.chat.identity.signing;

import dev.csai.chat.audit.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the audit log tells of the signing keys: which there are, and from when each signs. */
record RingSnapshot(List<Shown> keys) implements Snapshot {

    record Shown(UUID id, Instant signsFrom) {}

    RingSnapshot {
        keys = List.copyOf(keys);
    }

    static RingSnapshot of(KeyRing ring) {
        return new RingSnapshot(ring.keys().stream().map(key -> new Shown(key.id(), key.signsFrom())).toList());
    }
}
