package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The assistant answers what its knowledge holds, with proof, and says openly when it does not know. */
@Tag("corpus")
class AbstainingIT {

    private static final double ANSWERED = 0.95;
    private static final double ABSTAINED = 0.85;
    /** Questions of each kind, unless all are wanted. */
    private static final int SAMPLE = 120;

    Platform platform() {
        return Platforms.standalone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"squad2-en", "heq-he"})
    void questions_that_the_articles_answer_are_answered_with_citations_that_hold(String set) {
        Tenant tenant = Articles.on(platform());
        List<Answer> answers = ask(tenant, Articles.questions(set, true, SAMPLE).stream()
                .map(Corpus.Question::question).toList());
        double share = share(answers);
        System.out.printf("answering: %s %.4f of %d answerable questions answered%n", set, share, answers.size());
        Proof proof = new Proof(tenant.owner());
        answers.stream().filter(Answer::isAnswered).forEach(answer -> {
            assertThat(answer.citations()).as(answer.text()).isNotEmpty();
            proof.holdsFor(answer);
        });
        assertThat(share).as("answered of %s", set).isGreaterThanOrEqualTo(ANSWERED);
    }

    @Test
    void questions_about_something_else_are_abstained_from() {
        Tenant tenant = Articles.on(platform());
        List<Answer> answers = ask(tenant, Corpus.offTopic(Platforms.full() ? Integer.MAX_VALUE : SAMPLE / 2));
        double share = 1 - share(answers);
        System.out.printf("abstaining: %.4f of %d off-topic questions abstained from%n", share, answers.size());
        assertThat(answers).allMatch(answer -> answer.isAnswered() || answer.citations().isEmpty());
        assertThat(share).isGreaterThanOrEqualTo(ABSTAINED);
    }

    /** Measured and told; questions made to look answerable have no floor yet. */
    @ParameterizedTest
    @ValueSource(strings = {"squad2-en", "heq-he"})
    void questions_made_to_look_answerable_are_measured(String set) {
        Tenant tenant = Articles.on(platform());
        List<Answer> answers = ask(tenant, Articles.questions(set, false, SAMPLE / 2).stream()
                .map(Corpus.Question::question).toList());
        System.out.printf("abstaining: %s %.4f of %d adversarial questions abstained from%n", set, 1 - share(answers),
                answers.size());
        Proof proof = new Proof(tenant.owner());
        answers.forEach(proof::holdsFor);
    }

    private static List<Answer> ask(Tenant tenant, List<String> questions) {
        return Articles.askAll(questions, tenant.visitor()::ask);
    }

    private static double share(List<Answer> answers) {
        return answers.stream().filter(Answer::isAnswered).count() / (double) answers.size();
    }
}
