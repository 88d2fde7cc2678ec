package dev.csai.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What it says is what OpenAI's own description allows. */
class OpenAiSimulatorTests {

    private final OpenAiSimulator simulator;

    OpenAiSimulatorTests() throws IOException {
        simulator = OpenAiSimulator.start(0);
        simulator.says(Said.of("Hel", "lo.").using(17, 4));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_whole_completion_is_as_described() throws Exception {
        JsonNode completion = Wire.JSON.readTree(ask("false"));

        assertThat(schema("CreateChatCompletionResponse").validate(completion)).isEmpty();
        assertThat(completion.at("/choices/0/message/content").asString()).isEqualTo("Hello.");
        assertThat(simulator.asked()).singleElement().extracting(Asked::prompt).isEqualTo("Hello?");
    }

    @Test
    void every_chunk_of_a_stream_is_as_described_and_the_last_tells_the_usage() throws Exception {
        List<String> events = ask("true").lines().filter(line -> !line.isEmpty()).toList();

        assertThat(events).last().isEqualTo("data: [DONE]");
        List<JsonNode> chunks = events.subList(0, events.size() - 1).stream()
                .map(event -> Wire.JSON.readTree(event.substring("data: ".length()))).toList();
        Schema described = schema("CreateChatCompletionStreamResponse");
        assertThat(chunks).hasSize(5).allSatisfy(chunk -> assertThat(described.validate(chunk)).isEmpty());
        assertThat(chunks).extracting(chunk -> chunk.at("/choices/0/delta/content").asString(""))
                .containsExactly("", "Hel", "lo.", "", "");
        assertThat(chunks.getLast().at("/usage/prompt_tokens").asInt()).isEqualTo(17);
    }

    private String ask(String stream) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/chat/completions"))
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"model": "gpt-x", "stream": %s, "stream_options": {"include_usage": true},
                             "messages": [{"role": "user", "content": "Hello?"}]}
                            """.formatted(stream))).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static Schema schema(String name) throws IOException {
        Path description = Path.of("../../../shared/data/llm-api/openai-openapi.subset.json");
        assumeTrue(Files.exists(description), "the provider's description is not beside the repository");
        String address = "https://provider.test/openapi.json";
        Map<String, String> known = Map.of(address, Files.readString(description));
        return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30(), registry -> registry.schemas(known))
                .getSchema(SchemaLocation.of(address + "#/components/schemas/" + name));
    }
}
