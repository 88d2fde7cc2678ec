package dev.csai.chat.knowledge;

import static dev.csai.chat.db.Columns.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The chunks of a document's searchable generation, in reading order. */
@Component
class Chunks {

    private static final String READ = """
            select c.id, c.ordinal, c.heading, c.page, c.text, c.language, c.tokens
            from ingest.documents d
            join ingest.chunks c on c.tenant_id = d.tenant_id and c.document_id = d.document_id
              and c.generation_id = d.active_generation_id
            where d.tenant_id = :tenant and d.document_id = :document and c.ordinal > :after
            order by c.ordinal limit :limit
            """;

    private final TenantTransaction transaction;

    Chunks(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chunk(UUID chunkId, int ordinal, @Nullable String heading, @Nullable Integer page, String text,
            String language, int tokens) {}

    Mono<Page<Chunk>> of(TenantId tenant, UUID document, int limit, @Nullable String cursor) {
        int after = ordinal(cursor);
        return transaction.in(tenant, db -> db.sql(READ)
                .bind("tenant", tenant.value())
                .bind("document", document)
                .bind("after", after)
                .bind("limit", limit + 1)
                .map(Chunks::chunk)
                .all()
                .collectList())
                .map(found -> Page.of(found, limit, chunk -> String.valueOf(chunk.ordinal())));
    }

    private static int ordinal(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw ProblemException.invalid("cursor", "malformed", "This cursor was not given by this list.");
        }
        return Integer.parseInt(cursor);
    }

    private static Chunk chunk(Readable row) {
        return new Chunk(required(row, "id", UUID.class), required(row, "ordinal", Integer.class),
                row.get("heading", String.class), row.get("page", Integer.class), required(row, "text", String.class),
                required(row, "language", String.class), required(row, "tokens", Integer.class));
    }
}
