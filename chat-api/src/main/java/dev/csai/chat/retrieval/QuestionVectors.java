package dev.csai.chat.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.shared.embedding.Embedder;
import dev.csai.shared.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.ai.embedding.EmbeddingResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The vectors of questions. Embedding is work for the processor, so it has threads of its own, no more than there are
 * cores, and the event loop goes on. A vector depends on the text and the model alone, so the tenants share the memory.
 */
final class QuestionVectors implements AutoCloseable {

    private static final int REMEMBERED = 2_000;
    private static final int MOST_WAITING = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Embedder embedder;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(),
            MOST_WAITING, "embedding");
    private final Cache<Key, Embedded> remembered = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    QuestionVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    private record Key(String model, String text) {}

    /** @param tokens what the model counted for the question */
    record Embedded(Vector vector, int tokens) {}

    /** Empty if the model does not read the language of the question. */
    Mono<Optional<Embedded>> of(String question) {
        if (!embedder.reads(Language.of(question))) {
            return Mono.just(Optional.empty());
        }
        var key = new Key(embedder.name(), question);
        Embedded known = remembered.getIfPresent(key);
        return known != null
                ? Mono.just(Optional.of(known))
                : Mono.fromCallable(() -> Optional.of(remembered.get(key, this::embed)))
                        .subscribeOn(scheduler)
                        .timeout(LIMIT);
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    private Embedded embed(Key key) {
        EmbeddingResponse response = embedder.model().embedForResponse(List.of(key.text()));
        Integer tokens = response.getMetadata().getUsage().getPromptTokens();
        return new Embedded(new Vector(response.getResult().getOutput()), tokens == null ? 0 : tokens);
    }
}
