package dev.csai.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** New identifiers: UUIDv7 (RFC 9562), so that keys grow with time and indexes stay dense. */
public final class Ids {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 1L << 63;

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Not after any identifier that was made at this time or later: where those of a span of time begin in an index. */
    public static UUID earliestOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | VERSION, VARIANT);
    }
}
