package dev.csai.chat.knowledge.written;

import dev.csai.chat.knowledge.Kind;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.knowledge.WrittenKnowledge.Passage;
import dev.csai.shared.problem.ProblemException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Questions with their answers under a title. */
record QuestionsAndAnswers(String title, List<Pair> pairs) implements Content {

    private static final int MAX_PAIRS = 500;
    private static final int MAX_QUESTION = 500;
    private static final int MAX_ANSWER = 5000;

    QuestionsAndAnswers {
        pairs = List.copyOf(pairs);
    }

    record Pair(String question, String answer) {}

    /** As they come. */
    record QaRequest(@Nullable String title, @Nullable List<@Nullable PairRequest> pairs) {

        QuestionsAndAnswers checked() {
            if (pairs == null || pairs.isEmpty() || pairs.size() > MAX_PAIRS) {
                throw ProblemException.invalid("/pairs", "out-of-range",
                        "Give from 1 to " + MAX_PAIRS + " questions with their answers.");
            }
            return new QuestionsAndAnswers(Title.checked(title),
                    IntStream.range(0, pairs.size()).mapToObj(index -> pair(pairs.get(index), index)).toList());
        }

        private static Pair pair(@Nullable PairRequest pair, int index) {
            String at = "/pairs/" + index;
            if (pair == null) {
                throw ProblemException.invalid(at, "required", "This field must not be empty.");
            }
            return new Pair(PlainText.required(pair.question(), at + "/question", MAX_QUESTION),
                    PlainText.required(pair.answer(), at + "/answer", MAX_ANSWER));
        }
    }

    record PairRequest(@Nullable String question, @Nullable String answer) {}

    @Override
    public Kind kind() {
        return Kind.QA;
    }

    @Override
    public WrittenKnowledge toKnowledge() {
        return new WrittenKnowledge(title, false,
                pairs.stream().map(pair -> new Passage(pair.question(), pair.answer())).toList());
    }
}
