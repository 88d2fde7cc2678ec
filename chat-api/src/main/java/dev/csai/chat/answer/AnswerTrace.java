package dev.csai.chat.answer;

import dev.csai.chat.retrieval.Retrieved;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.ai.chat.prompt.Prompt;

/** How one answer came about: what was found, what the model was sent, and how long both took. For one answer. */
public final class AnswerTrace implements AnsweringObserver {

    private List<RetrievedChunk> chunks = List.of();
    private String prompt = "";
    private long begunNanos;
    private Duration retrieval = Duration.ZERO;
    private Duration model = Duration.ZERO;

    /** The best first, however good; empty when nothing was looked for. */
    public List<RetrievedChunk> chunks() {
        return chunks;
    }

    /** Each message behind the role that says it; empty when no model was asked. */
    public String prompt() {
        return prompt;
    }

    public Duration retrieval() {
        return retrieval;
    }

    /** From the question to the model's last word. */
    public Duration model() {
        return model;
    }

    @Override
    public void searching() {
        begunNanos = System.nanoTime();
    }

    @Override
    public void found(Retrieved retrieved) {
        retrieval = sinceBegun();
        chunks = retrieved.chunks();
    }

    @Override
    public void asking(Prompt asked) {
        prompt = asked.getInstructions().stream()
                .map(message -> message.getMessageType().name().toLowerCase(Locale.ROOT) + ":\n" + message.getText())
                .collect(Collectors.joining("\n\n"));
        begunNanos = System.nanoTime();
    }

    @Override
    public void modelEnded() {
        model = sinceBegun();
    }

    private Duration sinceBegun() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }
}
