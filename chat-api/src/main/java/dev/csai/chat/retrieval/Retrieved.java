package dev.csai.chat.retrieval;

import java.util.List;

/**
 * What was found for a question, best first. It is for the caller to judge whether that is enough for an answer.
 *
 * @param askedWords how much the question tells: its words counted by rarity, one that no chunk has being a whole one
 * @param embeddingTokens tokens of the question's embedding, whether it was computed or remembered; 0 if it has none
 */
public record Retrieved(String question, List<RetrievedChunk> chunks, double askedWords, int embeddingTokens) {

    public Retrieved {
        chunks = List.copyOf(chunks);
    }
}
