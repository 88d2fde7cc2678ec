package dev.csai.chat.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.csai.chat.answer.AnswerPart;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the assistant said to one utterance, and the proof of it. */
public record Answer(
        String sessionId,
        UUID conversationId,
        UUID messageId,
        String text,
        Outcome outcome,
        List<Citation> citations,
        List<ToolCall> toolCalls,
        Usage usage,
        ConversationStatus conversationStatus) {

    public Answer {
        citations = List.copyOf(citations);
        toolCalls = List.copyOf(toolCalls);
    }

    public enum Outcome {
        @JsonProperty("answered")
        ANSWERED, @JsonProperty("abstained")
        ABSTAINED, @JsonProperty("handed_off")
        HANDED_OFF, @JsonProperty("refused")
        REFUSED;

        public static Outcome of(AnswerPart.Kind kind) {
            return switch (kind) {
                case ANSWERED -> ANSWERED;
                case ABSTAINED -> ABSTAINED;
                case HANDED_OFF -> HANDED_OFF;
            };
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum ConversationStatus {
        @JsonProperty("open")
        OPEN, @JsonProperty("pending")
        PENDING, @JsonProperty("handed_off")
        HANDED_OFF, @JsonProperty("resolved")
        RESOLVED;

        /** What an answer of this outcome leaves a conversation in. */
        static ConversationStatus after(Outcome outcome) {
            return outcome == Outcome.HANDED_OFF ? HANDED_OFF : OPEN;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param index the number in square brackets behind the sentences it supports
     * @param snippet the passage around those sentences, a part of the cited chunk
     * @param score of the retrieval, comparable within one answer only
     */
    public record Citation(
            int index,
            UUID documentId,
            UUID chunkId,
            String documentName,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer page,
            String snippet,
            double score) {

        /** Numbered by their order, from 1. */
        public static List<Citation> of(List<AnswerPart.Cited> cited) {
            List<Citation> citations = new ArrayList<>();
            for (AnswerPart.Cited each : cited) {
                RetrievedChunk chunk = each.chunk();
                citations.add(new Citation(citations.size() + 1, chunk.documentId(), chunk.chunkId(),
                        chunk.documentName(), chunk.page(), each.snippet(), chunk.score()));
            }
            return citations;
        }
    }

    public record ToolCall(String name, String status, long durationMs) {}

    /** Tokens as the model reported them. */
    public record Usage(String model, int inputTokens, int outputTokens) {

        public static Usage of(AnswerPart.End end) {
            return new Usage(end.model(), end.inputTokens(), end.outputTokens());
        }
    }
}
