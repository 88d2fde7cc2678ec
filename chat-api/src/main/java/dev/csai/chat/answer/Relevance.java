package dev.csai.chat.answer;

import dev.csai.chat.retrieval.Retrieved;
import dev.csai.chat.retrieval.RetrievedChunk;

/**
 * Whether what was found speaks of the question at all; if not, the assistant abstains. The constants were fitted on
 * questions about encyclopedia articles, with questions about other articles and customers' questions to banks and
 * voice assistants as those to abstain from; half of the articles were kept back for the figures reported.
 */
public final class Relevance {

    /** Of the score that adds up words and meaning. */
    private static final double LEAST_SCORE = 0.30;

    /** Without a vector: how well the words fit, plus how many of them do, for one of one word is little evidence. */
    private static final double MATCHED_WORDS_WEIGHT = 1.1;

    private static final double LEAST_BY_WORDS = 1.12;

    private Relevance() {}

    public static boolean isAnswerable(Retrieved found) {
        return found.chunks().stream().anyMatch(chunk -> speaksOf(chunk, found.askedWords()));
    }

    private static boolean speaksOf(RetrievedChunk chunk, double askedWords) {
        if (chunk.cosine() != null) {
            return chunk.score() >= LEAST_SCORE;
        }
        double matchedWords = chunk.coverage() * askedWords;
        return chunk.lexicalScore() + MATCHED_WORDS_WEIGHT * Math.log1p(matchedWords) >= LEAST_BY_WORDS;
    }
}
