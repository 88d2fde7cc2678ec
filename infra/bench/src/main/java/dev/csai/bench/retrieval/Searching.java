package dev.csai.bench.retrieval;

import dev.csai.bench.report.Latencies;
import dev.csai.bench.retrieval.Corpus.Group;
import dev.csai.bench.retrieval.GeneratedTenant.Question;
import dev.csai.chat.retrieval.Retrieval;
import dev.csai.chat.retrieval.Retrieved;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks the product's own search, one question at a time. */
final class Searching {

    private static final int WANTED = 5;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Of one measurement: where a question takes seconds, few of them tell enough. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private final Retrieval retrieval;
    private final GeneratedEmbeddings embeddings;

    Searching(Retrieval retrieval, GeneratedEmbeddings embeddings) {
        this.retrieval = retrieval;
        this.embeddings = embeddings;
    }

    /** Questions with words and a meaning, as people's are; some more of them come before, to warm up. */
    Latencies latencies(Group group, int questions) {
        timed(group, questions, questions + questions / 3);
        return timed(group, 0, questions);
    }

    /** How many of the nearest by exact cosine are among as many found, for questions that have a meaning only. */
    double recall(Group group, int questions) {
        Map<GeneratedTenant, Exact> exact = new HashMap<>();
        int found = 0;
        int wanted = 0;
        long end = System.nanoTime() + MOST.toNanos();
        for (int number = 0; number < questions && (number == 0 || System.nanoTime() < end); number++) {
            GeneratedTenant tenant = tenant(group, number);
            Question question = tenant.wordless(number);
            Set<String> nearest = exact.computeIfAbsent(tenant, Exact::new).nearest(question.vector(), WANTED);
            Set<String> texts = search(question).chunks().stream().map(RetrievedChunk::text)
                    .collect(Collectors.toSet());
            wanted += nearest.size();
            found += (int) nearest.stream().filter(texts::contains).count();
        }
        return (double) found / wanted;
    }

    private Latencies timed(Group group, int from, int to) {
        List<Question> questions = IntStream.range(from, to)
                .mapToObj(number -> tenant(group, number).question(number)).toList();
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + MOST.toNanos();
        for (Question question : questions) {
            long began = System.nanoTime();
            if (began < end) {
                search(question);
                latencies.record(Duration.ofNanos(System.nanoTime() - began));
            }
        }
        return latencies;
    }

    private Retrieved search(Question question) {
        embeddings.learn(question);
        return Objects.requireNonNull(
                retrieval.find(question.tenant().id(), question.text(), WANTED).block(LIMIT));
    }

    private static GeneratedTenant tenant(Group group, int number) {
        return group.tenants().get(number % group.tenants().size());
    }
}
