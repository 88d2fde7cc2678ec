package dev.csai.ingest.work;

import dev.csai.shared.TenantId;
import java.util.Locale;
import java.util.UUID;

/**
 * One wish for one document, as claimed.
 *
 * @param wish what makes two messages the same wish
 * @param attempts how often it has been claimed, this time included
 * @param written whether its bytes are what a member typed, not a file
 * @param revision of the document's content
 * @param activated whether an earlier attempt has put the new generation in place, so that only tidying is left
 * @param epoch of the claim; whoever holds an older one can commit nothing any more
 */
public record Work(TenantId tenant, UUID id, Kind kind, UUID documentId, String wish, String fileName, String blob,
        String sha256, boolean written, int revision, int attempts, long epoch, boolean activated) {

    /** Tells this claim from all others, also from an earlier one that still runs because it hangs. */
    public String claim() {
        return id + "/" + epoch;
    }

    /** What is to be done. */
    public enum Kind {
        INGEST, PURGE;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofColumn(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }
}
