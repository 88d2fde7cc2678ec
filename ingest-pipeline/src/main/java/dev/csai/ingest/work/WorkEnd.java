package dev.csai.ingest.work;

import java.util.Locale;

/** How work ended for good. */
public enum WorkEnd {
    /** What was wished is done. */
    COMPLETED,
    /** The document cannot be used, and its owner is told why. */
    REFUSED,
    /** Given up after all attempts. */
    FAILED,
    /** The document was deleted meanwhile. */
    WITHDRAWN;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
