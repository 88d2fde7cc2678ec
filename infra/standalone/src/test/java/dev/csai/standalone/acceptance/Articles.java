package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Document;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/** A tenant whose knowledge is the articles of the test data, English and Hebrew; made once per platform. */
final class Articles {

    private static final Map<Platform, Tenant> MADE = new ConcurrentHashMap<>();
    private static final int AT_ONCE = 6;

    private Articles() {}

    static Tenant on(Platform platform) {
        Corpus.assumePresent();
        return MADE.computeIfAbsent(platform, Articles::ingest);
    }

    private static Tenant ingest(Platform platform) {
        Tenant tenant = platform.newTenant("articles");
        List<Document> uploaded = Stream.of("squad2-en", "heq-he")
                .flatMap(set -> Corpus.files("retrieval/" + set + "/upload-txt").stream())
                .map(file -> tenant.owner().upload(Corpus.bytes(file))).toList();
        assertThat(uploaded).hasSize(9).allSatisfy(
                document -> assertThat(tenant.owner().ended(document.id()).status()).isEqualTo("completed"));
        return tenant;
    }

    /** The question in some tests, all of them in the full run. */
    static List<Corpus.Question> questions(String set, boolean answerable, int wanted) {
        List<Corpus.Question> all = Corpus.questions(set).stream()
                .filter(question -> question.answerable() == answerable).toList();
        return Platforms.full() ? all : Corpus.every(all, wanted);
    }

    /** Asks several at once, as visitors do. */
    static <Q, A> List<A> askAll(List<Q> questions, Function<Q, A> ask) {
        try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<A>> answers = askers.invokeAll(
                    questions.stream().<Callable<A>>map(question -> () -> ask.apply(question)).toList());
            return answers.stream().map(Articles::got).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        }
    }

    private static <A> A got(Future<A> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a question failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        }
    }
}
