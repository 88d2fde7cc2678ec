package dev.csai.chat.knowledge;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How much a tenant's assistant knows. */
@Component
public class DocumentCounts {

    private static final String COUNT = "select count(*) as documents,"
            + " count(*) filter (where status = 'completed') as completed,"
            + " count(*) filter (where status = 'failed') as failed,"
            + " coalesce(sum(chunk_count), 0)::bigint as chunks from (" + DocumentTable.SELECT + ") known";

    private final TenantTransaction transaction;

    DocumentCounts(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * @param completed of the documents
     * @param failed of the documents; the others are being worked on
     * @param chunks that are searched
     */
    public record Counts(long documents, long completed, long failed, long chunks) {}

    public Mono<Counts> of(TenantId tenant) {
        return transaction.in(tenant,
                db -> db.sql(COUNT).bind("tenant", tenant.value()).map(DocumentCounts::counts).one());
    }

    private static Counts counts(Readable row) {
        return new Counts(required(row, "documents", Long.class), required(row, "completed", Long.class),
                required(row, "failed", Long.class), required(row, "chunks", Long.class));
    }
}
