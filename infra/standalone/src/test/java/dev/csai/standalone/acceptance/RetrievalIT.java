package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often one of the first five passages is the one that holds the answer. */
@Tag("corpus")
class RetrievalIT {

    private static final int FIRST = 5;
    private static final int SAMPLE = 360;

    Platform platform() {
        return Platforms.standalone();
    }

    @ParameterizedTest
    @CsvSource({"squad2-en, 0.95", "heq-he, 0.96"})
    void the_right_passage_is_among_the_first_five(String set, double floor) {
        Tenant tenant = Articles.on(platform());
        List<Corpus.Question> questions = Articles.questions(set, true, SAMPLE);
        List<Boolean> hits = Articles.askAll(questions, question -> tenant.owner()
                .search(question.question(), FIRST).stream()
                .anyMatch(hit -> Overlap.isHit(hit.text(), question.gold())));
        double recall = hits.stream().filter(hit -> hit).count() / (double) hits.size();
        System.out.printf("retrieval: %s recall@5 %.4f of %d questions%n", set, recall, hits.size());
        assertThat(recall).as("recall@5 of %s", set).isGreaterThanOrEqualTo(floor);
    }
}
