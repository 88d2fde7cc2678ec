package dev.csai.ingest.index;

import dev.csai.shared.TenantId;
import java.util.List;
import java.util.UUID;

/** A table of its own for vectors, each of which belongs to a chunk's row and disappears with it. */
public interface VectorTable {

    /**
     * Adds the vectors of chunks that have one and whose rows are written. Works in the caller's transaction, bound to
     * the tenant.
     */
    void add(TenantId tenant, UUID generation, List<IndexedChunk> chunks);
}
