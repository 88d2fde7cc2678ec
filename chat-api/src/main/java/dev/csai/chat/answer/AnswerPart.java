package dev.csai.chat.answer;

import dev.csai.chat.retrieval.RetrievedChunk;
import java.util.List;

/** An answer as it comes into being: pieces of text, then one end. */
public sealed interface AnswerPart {

    record Piece(String text) implements AnswerPart {}

    /**
     * @param citations in the order of their numbers, beginning with 1
     * @param embeddingTokens tokens of the embedded question
     */
    record End(Kind kind, List<Cited> citations, String model, int inputTokens, int outputTokens, int embeddingTokens)
            implements
                AnswerPart {

        public End {
            citations = List.copyOf(citations);
        }
    }

    /** A chunk that was really retrieved and supports at least one sentence of the answer. */
    record Cited(RetrievedChunk chunk, String snippet) {}

    enum Kind {
        ANSWERED, ABSTAINED, HANDED_OFF
    }
}
