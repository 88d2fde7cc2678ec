package dev.csai.bench.turn;

import dev.csai.simulators.openai.Asked;
import dev.csai.simulators.openai.OpenAiSimulator;
import dev.csai.simulators.openai.Said;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that answers at once, in eight pieces: with the beginning of the first passage it is given and a citation of
 * it, or, given none, with a sentence as long.
 */
final class ModelStub implements AutoCloseable {

    private static final Pattern PASSAGE = Pattern.compile("<passage index=\"1\"[^>]*>\\s*+((?:\\S+\\s+){6})");
    private static final String NO_PASSAGE = "We are always glad to help you, ";
    private static final int PROMPT_TOKENS = 600;
    private static final int ANSWER_TOKENS = 8;

    private final OpenAiSimulator simulator;
    private final AtomicLong answers = new AtomicLong();

    private ModelStub(OpenAiSimulator simulator) {
        this.simulator = simulator;
    }

    static ModelStub start() throws IOException {
        ModelStub stub = new ModelStub(OpenAiSimulator.start(0));
        stub.simulator.says(stub::answer);
        return stub;
    }

    /** Asked without anybody in between. */
    Side alone() {
        return new Side("model stub", URI.create(baseUrl() + "/chat/completions"), List.of("none"), number -> """
                {"model": "stub", "stream": true, "messages": [{"role": "user", "content": "%s"}]}"""
                .formatted(Questions.distinct(number)), "[DONE]");
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + simulator.baseUrl().getPort() + "/v1");
    }

    /** Since the start. */
    long answers() {
        return answers.get();
    }

    @Override
    public void close() {
        simulator.close();
    }

    private Said answer(Asked asked) {
        answers.incrementAndGet();
        Matcher passage = PASSAGE.matcher(asked.prompt());
        String text = passage.find() ? passage.group(1) : NO_PASSAGE;
        String[] words = (text.replaceAll("\\s+", " ").strip() + " [1]").split("(?<= )");
        return Said.of(words).using(PROMPT_TOKENS, ANSWER_TOKENS);
    }
}
