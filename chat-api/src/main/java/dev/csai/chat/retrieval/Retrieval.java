package dev.csai.chat.retrieval;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.text.Terms;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Finds chunks for a question among the searchable generations of a tenant's documents. */
public final class Retrieval {

    /** A question is no longer than a message. */
    private static final int LONGEST_QUESTION = 5_000;

    /** How many chunks each ranking may propose: with twenty the fused first five are already those of the whole. */
    private static final int CANDIDATES = 40;

    private final TenantTransaction transaction;
    private final QuestionVectors vectors;

    Retrieval(TenantTransaction transaction, QuestionVectors vectors) {
        this.transaction = transaction;
        this.vectors = vectors;
    }

    /** The best chunks, best first, however good: no threshold is applied. */
    public Mono<Retrieved> find(TenantId tenant, String question, int limit) {
        String asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION)).strip();
        return vectors.of(asked).flatMap(embedded -> search(tenant, asked, embedded, limit));
    }

    private Mono<Retrieved> search(TenantId tenant, String asked, Optional<QuestionVectors.Embedded> embedded,
            int limit) {
        Vector vector = embedded.map(QuestionVectors.Embedded::vector).orElse(null);
        int tokens = embedded.map(QuestionVectors.Embedded::tokens).orElse(0);
        return transaction.in(tenant, db -> candidates(db, tenant, asked, vector, limit))
                .map(candidates -> new Retrieved(asked, best(candidates, vector, limit), tokens));
    }

    private static List<RetrievedChunk> best(List<Candidate> candidates, @Nullable Vector question, int limit) {
        return candidates.stream()
                .map(candidate -> candidate.ranked(question))
                .sorted(Candidate.BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static Mono<List<Candidate>> candidates(DatabaseClient db, TenantId tenant, String asked,
            @Nullable Vector vector, int limit) {
        AskedTerms terms = AskedTerms.of(Terms.ofQuestion(asked));
        int most = Math.max(limit, CANDIDATES);
        DatabaseClient.GenericExecuteSpec search = db
                .sql(vector == null ? SearchSql.LEXICAL : SearchSql.HYBRID)
                .bind("tenant", tenant.value())
                .bind("terms", terms.terms())
                .bind("weights", terms.weights())
                .bind("lexicalLimit", vector == null ? limit : most);
        DatabaseClient.GenericExecuteSpec bound = vector == null
                ? search
                : search.bind("signature", vector.signature()).bind("nearLimit", most);
        return bound.map(Candidate::of).all().collectList();
    }
}
