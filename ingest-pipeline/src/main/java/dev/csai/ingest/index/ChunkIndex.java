package dev.csai.ingest.index;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.shared.TenantId;
import dev.csai.shared.embedding.Signature;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The generations of a tenant's documents. Every method works in the caller's transaction, bound to the tenant.
 */
public final class ChunkIndex {

    /** In place of the model's name: the generation has no vectors, and serves until one that has them is ready. */
    public static final String WORDS_ALONE = "none";

    private static final String OPEN = """
            insert into ingest.generations (tenant_id, id, document_id, embedding_model, created_at)
            values (?, ?, ?, ?, ?)
            """;

    private static final String WRITE_CHUNK = """
            insert into ingest.chunks (tenant_id, generation_id, ordinal, id, document_id, heading, page, text,
              language, tokens, embedding, signature)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bit varying)
            """;

    private static final String WRITE_POSTINGS = """
            insert into ingest.postings (tenant_id, term, generation_id, first_ordinal, ordinals, impacts)
            select ?, term, ?, ?, array_agg(ordinal order by ordinal), array_agg(impact order by ordinal)
            from unnest(?::text[], ?::int[], ?::real[]) posting (term, ordinal, impact)
            group by term
            """;

    /** What another attempt has activated meanwhile stays as it is. */
    private static final String ACTIVATION = """
            with activated as (
              update ingest.generations set activated_at = ?
              where tenant_id = ? and id = ? and document_id = ? and activated_at is null
              returning tenant_id, id, document_id)
            update ingest.documents d
            set active_generation_id = a.id, %s updated_at = ?,
              chunk_count = (select count(*) from ingest.chunks c
                where c.tenant_id = a.tenant_id and c.generation_id = a.id)
            from activated a
            where d.tenant_id = a.tenant_id and d.document_id = a.document_id %s
            """;

    private static final String ACTIVATE = ACTIVATION.formatted(
            "status = 'completed', progress = 100, problem = null, unreadable_pages = ?,", "");

    /** The document's work goes on, so its status stays. */
    private static final String ACTIVATE_FOR_NOW = ACTIVATION.formatted("", "and d.active_generation_id is null");

    private static final String WITHDRAW_WORDS_ALONE = """
            update ingest.documents d set active_generation_id = null, chunk_count = 0
            from ingest.generations g
            where d.tenant_id = ? and d.document_id = ?
              and g.tenant_id = d.tenant_id and g.id = d.active_generation_id and g.embedding_model = ?
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final @Nullable VectorTable vectors;

    /** Keeps vectors as arrays in the rows of their chunks. */
    public ChunkIndex(JdbcTemplate jdbc, Clock clock) {
        this(jdbc, clock, null);
    }

    /** @param vectors where they are kept, on the same connection; null for the rows of their chunks */
    public ChunkIndex(JdbcTemplate jdbc, Clock clock, @Nullable VectorTable vectors) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.vectors = vectors;
    }

    /** Begins a generation of a document that {@code ingest.documents} has. No search sees it yet. */
    public void open(TenantId tenant, UUID document, UUID generation, String embeddingModel) {
        jdbc.update(OPEN, tenant.value(), generation, document, embeddingModel, now());
    }

    /** Adds chunks, in order. Some dozens at a time keep both the transaction and the postings small. */
    public void write(TenantId tenant, UUID document, UUID generation, List<IndexedChunk> chunks) {
        if (chunks.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(WRITE_CHUNK, chunks, chunks.size(),
                (statement, chunk) -> bind(statement, tenant, document, generation, chunk));
        if (vectors != null) {
            vectors.add(tenant, generation, chunks);
        }
        int first = chunks.getFirst().chunk().ordinal();
        var postings = Postings.of(chunks);
        jdbc.update(WRITE_POSTINGS, tenant.value(), generation, first, postings.terms(), postings.ordinals(),
                postings.impacts());
    }

    /**
     * Makes a generation the one that is searched, in one UPDATE.
     *
     * @param unreadablePages of the document, of which the generation has nothing
     * @return false if it is not there any more or was activated before
     */
    public boolean activate(TenantId tenant, UUID document, UUID generation, int unreadablePages) {
        return jdbc.update(ACTIVATE, now(), tenant.value(), generation, document, unreadablePages, now()) == 1;
    }

    /** Whether search sees a generation of the document. */
    public boolean isSearched(TenantId tenant, UUID document) {
        return !jdbc.queryForList("""
                select 1 from ingest.documents
                where tenant_id = ? and document_id = ? and active_generation_id is not null
                """, tenant.value(), document).isEmpty();
    }

    /** Lets a generation without vectors be searched, if no other is. What is made of the document goes on. */
    public void activateForNow(TenantId tenant, UUID document, UUID generation) {
        jdbc.update(ACTIVATE_FOR_NOW, now(), tenant.value(), generation, document, now());
    }

    /** Takes back what {@link #activateForNow} let be searched, when the whole generation will never come. */
    public void withdrawWordsAlone(TenantId tenant, UUID document) {
        if (jdbc.update(WITHDRAW_WORDS_ALONE, tenant.value(), document, WORDS_ALONE) == 1) {
            dropInactive(tenant, document);
        }
    }

    /** Removes all generations of a document but the active one. Those still being written must not exist any more. */
    public void dropInactive(TenantId tenant, UUID document) {
        String inactive = """
                select g.id from ingest.generations g
                join ingest.documents d on d.tenant_id = g.tenant_id and d.document_id = g.document_id
                where g.tenant_id = ? and g.document_id = ? and g.id is distinct from d.active_generation_id
                """;
        jdbc.queryForList(inactive, UUID.class, tenant.value(), document)
                .forEach(generation -> drop(tenant, generation));
    }

    /** Removes a document with all its generations. */
    public void remove(TenantId tenant, UUID document) {
        jdbc.update("""
                update ingest.documents set active_generation_id = null where tenant_id = ? and document_id = ?
                """, tenant.value(), document);
        dropInactive(tenant, document);
        jdbc.update("delete from ingest.documents where tenant_id = ? and document_id = ?", tenant.value(), document);
    }

    /** Removes a generation that is not active, with its chunks. */
    public void drop(TenantId tenant, UUID generation) {
        jdbc.update("delete from ingest.postings where tenant_id = ? and generation_id = ?", tenant.value(),
                generation);
        jdbc.update("delete from ingest.generations where tenant_id = ? and id = ?", tenant.value(), generation);
    }

    private void bind(PreparedStatement statement, TenantId tenant, UUID document, UUID generation,
            IndexedChunk indexed) throws SQLException {
        Chunk chunk = indexed.chunk();
        float[] embedding = indexed.vector() == null || vectors != null ? null : indexed.vector().values();
        statement.setObject(1, tenant.value());
        statement.setObject(2, generation);
        statement.setInt(3, chunk.ordinal());
        statement.setObject(4, indexed.id());
        statement.setObject(5, document);
        statement.setString(6, chunk.heading());
        statement.setObject(7, chunk.page(), Types.INTEGER);
        statement.setString(8, chunk.text());
        statement.setString(9, chunk.language().tag());
        statement.setInt(10, chunk.tokens());
        statement.setObject(11, embedding);
        statement.setString(12, embedding == null ? null : Signature.of(embedding));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
