package dev.csai.chat.answer;

import dev.csai.chat.answer.AnswerPart.End;
import dev.csai.chat.answer.AnswerPart.Kind;
import dev.csai.chat.answer.AnswerPart.Piece;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;

/** One model's answer while it streams: its text with checked citations, and what it reports of itself. */
final class ModelAnswer {

    /** What a model says, and nothing else, when the passages do not hold the answer. */
    static final String NO_ANSWER = "NO_ANSWER";

    private final CitationFilter filter;
    private final StringBuilder beginning = new StringBuilder();
    private boolean begun;
    private boolean refused;
    private String model = Answering.NO_MODEL;
    private int inputTokens;
    private int outputTokens;

    ModelAnswer(List<RetrievedChunk> passages) {
        this.filter = new CitationFilter(passages);
    }

    List<AnswerPart> take(ChatResponse response) {
        report(response);
        String text = response.getResult() == null ? null : response.getResult().getOutput().getText();
        if (text == null || text.isEmpty() || refused) {
            return List.of();
        }
        return pieces(begun ? text : heldBeginning(text));
    }

    /** What was held back when the model has ended. */
    List<AnswerPart> rest() {
        if (!begun && beginning.toString().strip().equals(NO_ANSWER)) {
            refused = true;
        }
        if (refused) {
            return List.of();
        }
        String held = begun ? "" : beginning.toString();
        begun = true;
        String last = filter.pass(held) + filter.end();
        return last.isEmpty() ? List.of() : List.of(new Piece(last));
    }

    /** An answer that no passage supports is none, even if its words were shown already. */
    End end(Question question, int embeddingTokens) {
        List<AnswerPart.Cited> citations = filter.citations();
        return new End(citations.isEmpty() ? Kind.ABSTAINED : Kind.ANSWERED, citations, model, inputTokens,
                outputTokens, embeddingTokens);
    }

    boolean isEmpty() {
        return refused || !begun;
    }

    private List<AnswerPart> pieces(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String shown = filter.pass(text);
        return shown.isEmpty() ? List.of() : List.of(new Piece(shown));
    }

    /** As long as it may still become {@code NO_ANSWER}, nothing is shown. */
    private @Nullable String heldBeginning(String text) {
        beginning.append(text);
        String soFar = beginning.toString().strip();
        if (NO_ANSWER.startsWith(soFar)) {
            return null;
        }
        begun = true;
        return beginning.toString();
    }

    private void report(ChatResponse response) {
        if (!response.getMetadata().getModel().isEmpty()) {
            model = response.getMetadata().getModel();
        }
        Usage usage = response.getMetadata().getUsage();
        if (usage.getTotalTokens() > 0) {
            inputTokens = usage.getPromptTokens();
            outputTokens = usage.getCompletionTokens();
        }
    }
}
