package dev.csai.chat.answer;

import dev.csai.chat.answer.AnswerPart.End;
import dev.csai.chat.answer.AnswerPart.Kind;
import dev.csai.chat.answer.AnswerPart.Piece;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;

/** One model's answer while it streams: its text with checked citations, and what it reports of itself. */
final class ModelAnswer {

    /** What a model says, and nothing else, when the passages do not hold the answer. */
    static final String NO_ANSWER = "NO_ANSWER";

    /** Models dress it up: in bold, in quotes, as code. */
    private static final Pattern DRESS = Pattern.compile("^[^\\p{L}\\p{N}]+");

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
        if (refused || (!begun && beginning.toString().isBlank())) {
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

    /** As long as it may still become {@code NO_ANSWER}, nothing is shown; nor is what a model says behind it. */
    private @Nullable String heldBeginning(String text) {
        beginning.append(text);
        String soFar = DRESS.matcher(beginning).replaceFirst("");
        refused = soFar.startsWith(NO_ANSWER);
        if (refused || NO_ANSWER.startsWith(soFar)) {
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
