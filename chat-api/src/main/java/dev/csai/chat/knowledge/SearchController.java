package dev.csai.chat.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.retrieval.Retrieval;
import dev.csai.chat.retrieval.RetrievedChunk;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Search as a member tries it: the ranking of the answers, without the threshold of abstaining. */
@RestController
class SearchController {

    private static final int MAX_QUERY = 1000;
    private static final int MAX_LIMIT = 50;
    private static final int DEFAULT_LIMIT = 5;

    private final Retrieval retrieval;

    SearchController(Retrieval retrieval) {
        this.retrieval = retrieval;
    }

    record Query(@Nullable String query, @Nullable Integer limit) {}

    record Found(List<Hit> chunks) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hit(UUID chunkId, UUID documentId, String documentName, String text, @Nullable String heading,
            @Nullable Integer page, double score) {

        static Hit of(RetrievedChunk chunk) {
            return new Hit(chunk.chunkId(), chunk.documentId(), chunk.documentName(), chunk.text(), chunk.heading(),
                    chunk.page(), chunk.score());
        }
    }

    @PostMapping("/v1/knowledge/search")
    Mono<Found> search(Insider caller, @RequestBody Query query) {
        String text = PlainText.required(query.query(), "/query", MAX_QUERY);
        int limit = query.limit() == null ? DEFAULT_LIMIT : query.limit();
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid("/limit", "out-of-range", "limit must be from 1 to " + MAX_LIMIT + ".");
        }
        return retrieval.find(caller.tenant(), text, limit)
                .map(found -> new Found(found.chunks().stream().map(Hit::of).toList()));
    }
}
