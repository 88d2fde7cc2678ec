package dev.csai.chat.trial;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.text.Terms;
import java.util.UUID;

/** One searchable document of two chunks, as ingest-pipeline would have left it, without vectors. */
public final class Shelf {

    public static final String HOURS = "On Friday the bicycle shop is open from nine to three.";
    static final String DELIVERY = "Delivery of a bicycle costs fifteen euro.";

    private Shelf() {}

    public static void fill(TestApp app, TenantId tenant) {
        UUID document = Ids.next();
        UUID generation = Ids.next();
        app.sql("""
                insert into chat.documents (tenant_id, id, file_name, content_type, size_bytes, sha256, blob, created_at,
                  updated_at)
                values ('%1$s', '%2$s', 'shop.txt', 'text/plain', 1, repeat('a', 64), '%1$s/%2$s', now(), now());
                insert into ingest.documents (tenant_id, document_id, status, chunk_count)
                values ('%1$s', '%2$s', 'completed', 2);
                insert into ingest.generations (tenant_id, id, document_id, embedding_model)
                values ('%1$s', '%3$s', '%2$s', 'none');
                update ingest.documents set active_generation_id = '%3$s' where document_id = '%2$s';
                """
                .formatted(tenant, document, generation));
        chunk(app, tenant, document, generation, 0, HOURS);
        chunk(app, tenant, document, generation, 1, DELIVERY);
    }

    private static void chunk(TestApp app, TenantId tenant, UUID document, UUID generation, int ordinal, String text) {
        app.sql("""
                insert into ingest.chunks (tenant_id, generation_id, ordinal, id, document_id, text, language, tokens)
                values ('%s', '%s', %d, '%s', '%s', '%s', 'en', 10)
                """.formatted(tenant, generation, ordinal, Ids.next(), document, text));
        Terms.ofText(text).frequencies().keySet().forEach(term -> app.sql("""
                insert into ingest.postings (tenant_id, term, generation_id, first_ordinal, ordinals, impacts)
                values ('%s', '%s', '%s', %4$d, '{%4$d}', '{1}')
                """.formatted(tenant, term.replace("'", "''"), generation, ordinal)));
    }
}
