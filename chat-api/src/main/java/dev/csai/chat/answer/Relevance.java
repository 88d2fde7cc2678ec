package dev.csai.chat.answer;
import dev.csai.chat.retrieval.Retrieved;
final class Relevance {
    private Relevance() {}
    static boolean isAnswerable(Retrieved r) {
        return !r.chunks().isEmpty();
    }
}
