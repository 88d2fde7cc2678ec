package dev.csai.chat.retrieval;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.text.Terms;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Finds chunks for a question among the searchable generations of a tenant's documents. */
public final class Retrieval {

    /** A question is no longer than a message. */
    private static final int LONGEST_QUESTION = 5_000;

    /** How many chunks each ranking proposes: more did not change the first five. */
    private static final int LEXICAL_CANDIDATES = 40;

    private static final int NEAR_CANDIDATES = 60;

    private final TenantTransaction transaction;
    private final QuestionVectors vectors;
    private final VectorSearch search;

    Retrieval(TenantTransaction transaction, QuestionVectors vectors, VectorForm form) {
        this.transaction = transaction;
        this.vectors = vectors;
        this.search = VectorSearch.of(form);
    }

    /** A row of the search. */
    private record Hit(RetrievedChunk chunk, double askedWords) {}

    /** The best chunks, best first, however good: no threshold is applied. */
    public Mono<Retrieved> find(TenantId tenant, String question, int limit) {
        String asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION)).strip();
        return vectors.of(asked)
                .flatMap(embedded -> embedded
                        .map(known -> hybrid(tenant, asked, known, limit))
                        .orElseGet(() -> lexical(tenant, asked, limit)));
    }

    private Mono<Retrieved> lexical(TenantId tenant, String asked, int limit) {
        return transaction
                .in(tenant, db -> words(db, SearchSql.LEXICAL, tenant, asked)
                        .bind("lexicalLimit", limit)
                        .bind("limit", limit)
                        .map(row -> new Hit(chunk(row, false), value(row, "words", Double.class)))
                        .all()
                        .collectList())
                .map(hits -> retrieved(asked, hits, 0));
    }

    private Mono<Retrieved> hybrid(TenantId tenant, String asked, QuestionVectors.Embedded embedded, int limit) {
        return transaction
                .in(tenant, search.settings(), db -> search
                        .bind(words(db, search.sql(), tenant, asked), embedded.vector(), limit)
                        .bind("lexicalLimit", Math.max(limit, LEXICAL_CANDIDATES))
                        .bind("nearLimit", Math.max(limit, NEAR_CANDIDATES))
                        .bind("cosineWeight", Fusion.COSINE_WEIGHT)
                        .bind("limit", limit)
                        .map(row -> new Hit(chunk(row, true), value(row, "words", Double.class)))
                        .all()
                        .collectList())
                .map(hits -> retrieved(asked, hits, embedded.tokens()));
    }

    private static DatabaseClient.GenericExecuteSpec words(DatabaseClient db, String sql, TenantId tenant,
            String asked) {
        var terms = new AskedTerms(Terms.ofQuestion(asked));
        return db.sql(sql)
                .bind("tenant", tenant.value())
                .bind("terms", terms.terms())
                .bind("weights", terms.weights());
    }

    private static Retrieved retrieved(String asked, List<Hit> hits, int embeddingTokens) {
        double askedWords = hits.isEmpty() ? 0 : hits.getFirst().askedWords();
        return new Retrieved(asked, hits.stream().map(Hit::chunk).toList(), askedWords, embeddingTokens);
    }

    private static RetrievedChunk chunk(Readable row, boolean hybrid) {
        double lexicalScore = value(row, "score", Double.class);
        Double cosine = row.get("cosine", Double.class);
        return new RetrievedChunk(value(row, "id", UUID.class), value(row, "document_id", UUID.class),
                value(row, "file_name", String.class), value(row, "text", String.class),
                row.get("heading", String.class), row.get("page", Integer.class),
                hybrid ? Fusion.hybrid(lexicalScore, cosine) : Fusion.lexical(lexicalScore), lexicalScore,
                value(row, "coverage", Double.class), cosine);
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
