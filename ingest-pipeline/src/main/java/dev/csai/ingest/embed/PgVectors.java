package dev.csai.ingest.embed;

import dev.csai.ingest.index.ChunkVector;
import dev.csai.ingest.index.IndexedChunk;
import dev.csai.ingest.index.VectorTable;
import dev.csai.shared.TenantId;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore.PgDistanceType;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore.PgIdType;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code ingest.vectors}, which pgvector's migrations make. The metadata is what its other columns are read off. */
public final class PgVectors implements VectorTable {

    /** The text is in the chunk's row. */
    private static final String NO_TEXT = "";

    private final ComputedVectors computed = new ComputedVectors();
    private final PgVectorStore store;

    /** @param jdbc takes part in the transaction around each call */
    public PgVectors(JdbcTemplate jdbc) {
        this.store = PgVectorStore.builder(jdbc, computed)
                .schemaName("ingest")
                .vectorTableName("vectors")
                .idType(PgIdType.UUID)
                .dimensions(MiniLmEmbeddingModel.DIMENSIONS)
                .distanceType(PgDistanceType.COSINE_DISTANCE)
                .initializeSchema(false)
                .build();
    }

    @Override
    public void add(TenantId tenant, UUID generation, List<IndexedChunk> chunks) {
        List<Document> rows = new ArrayList<>();
        Map<String, float[]> vectors = new HashMap<>();
        for (IndexedChunk indexed : chunks) {
            ChunkVector vector = indexed.vector();
            if (vector != null) {
                rows.add(row(tenant, generation, indexed));
                vectors.put(indexed.id().toString(), vector.values());
            }
        }
        if (!rows.isEmpty()) {
            computed.with(vectors, () -> store.add(rows));
        }
    }

    private static Document row(TenantId tenant, UUID generation, IndexedChunk indexed) {
        return new Document(indexed.id().toString(), NO_TEXT, Map.of(
                "tenantId", tenant.toString(),
                "generationId", generation.toString(),
                "ordinal", indexed.chunk().ordinal()));
    }
}
