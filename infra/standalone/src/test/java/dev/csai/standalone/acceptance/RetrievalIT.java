package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.retrieval.SingleRankers;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often one of the first five passages is the one that holds the answer. */
@Order(5)
@Tag("corpus")
class RetrievalIT {

    private static final int FIRST = 5;
    /** Questions of each language, unless all are wanted. */
    private static final int SAMPLE = 120;

    Platform platform() {
        return Platforms.standalone();
    }

    @ParameterizedTest
    @CsvSource({"squad2-en, 0.95", "heq-he, 0.96"})
    void the_right_passage_is_among_the_first_five(String set, double floor) {
        Tenant tenant = Articles.on(platform());
        List<Corpus.Question> questions = Articles.questions(set, true, SAMPLE);
        double recall = recall(questions,
                question -> tenant.owner().search(question, FIRST).stream().map(Contract.Hit::text).toList());
        try (SingleRankers alone = new SingleRankers(platform().database(), platform().vectors())) {
            double words = recall(questions, question -> alone.words(tenant.id(), question, FIRST));
            double meaning = recall(questions, question -> alone.meaning(tenant.id(), question, FIRST));
            System.out.printf("retrieval: %s recall@5 %.4f of %d questions; words alone %.4f, vectors alone %.4f%n",
                    set, recall, questions.size(), words, meaning);
            assertThat(recall).as("recall@5 of %s", set).isGreaterThanOrEqualTo(floor)
                    .as("as good as either ranking alone").isGreaterThanOrEqualTo(Math.max(words, meaning));
        }
    }

    private static double recall(List<Corpus.Question> questions, Function<String, List<String>> search) {
        List<Boolean> hits = Articles.askAll(questions, question -> search.apply(question.question()).stream()
                .anyMatch(text -> Overlap.isHit(text, question.gold())));
        return hits.stream().filter(hit -> hit).count() / (double) hits.size();
    }
}
