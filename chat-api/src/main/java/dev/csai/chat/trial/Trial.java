package dev.csai.chat.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.answer.AnswerPart;
import dev.csai.chat.answer.AnswerTrace;
import dev.csai.chat.conversation.Answer.Citation;
import dev.csai.chat.conversation.Answer.ConversationStatus;
import dev.csai.chat.conversation.Answer.Outcome;
import dev.csai.chat.conversation.Answer.ToolCall;
import dev.csai.chat.conversation.Answer.Usage;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer and how it came about. It has no ids, for nothing of it is kept.
 *
 * @param prompt what the model was sent; empty when it was not asked
 */
record Trial(String text, Outcome outcome, List<Citation> citations, List<ToolCall> toolCalls, Usage usage,
        ConversationStatus conversationStatus, List<FoundChunk> chunks, String prompt, Timings timings) {

    /** @param cited whether the answer names it as its proof */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundChunk(UUID chunkId, UUID documentId, String documentName, String text, @Nullable String heading,
            @Nullable Integer page, double score, boolean cited) {}

    /** In milliseconds with fractions; 0 for what was not done. */
    record Timings(double retrievalMs, double modelMs, double totalMs) {

        private static final double NANOS_PER_MICRO = 1e3;
        private static final double MICROS_PER_MILLI = 1e3;

        static Timings of(AnswerTrace trace, Duration total) {
            return new Timings(millis(trace.retrieval()), millis(trace.model()), millis(total));
        }

        private static double millis(Duration time) {
            return Math.round(time.toNanos() / NANOS_PER_MICRO) / MICROS_PER_MILLI;
        }
    }

    static Trial of(String text, AnswerPart.End end, AnswerTrace trace, Duration total) {
        Set<UUID> cited = end.citations().stream().map(each -> each.chunk().chunkId()).collect(Collectors.toSet());
        return new Trial(text, Outcome.of(end.kind()), Citation.of(end.citations()), List.of(), Usage.of(end),
                ConversationStatus.OPEN,
                trace.chunks().stream().map(chunk -> chunk(chunk, cited.contains(chunk.chunkId()))).toList(),
                trace.prompt(), Timings.of(trace, total));
    }

    private static FoundChunk chunk(RetrievedChunk chunk, boolean cited) {
        return new FoundChunk(chunk.chunkId(), chunk.documentId(), chunk.documentName(), chunk.text(), chunk.heading(),
                chunk.page(), chunk.score(), cited);
    }
}
