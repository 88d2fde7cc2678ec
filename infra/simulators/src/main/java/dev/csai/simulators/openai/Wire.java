package dev.csai.simulators.openai;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replies in OpenAI's JSON. */
final class Wire {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final long CREATED = 1_700_000_000;

    private final Asked asked;
    private final String id;

    Wire(Asked asked, String id) {
        this.asked = asked;
        this.id = id;
    }

    String whole(Said reply) {
        ObjectNode completion = envelope("chat.completion");
        ObjectNode choice = completion.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop").putNull("logprobs");
        choice.putObject("message").put("role", "assistant").put("content", reply.text()).putNull("refusal");
        completion.set("usage", usage(reply));
        return completion.toString();
    }

    /** The chunks that carry text, the first with the role before it. */
    List<String> deltas(Said reply) {
        ObjectNode role = chunk(null);
        delta(role).put("role", "assistant").put("content", "");
        return Stream.concat(Stream.of(role.toString()), reply.deltas().stream().map(this::delta)).toList();
    }

    /** The chunk that says why the model stopped and, where the client wants it, the one that says what was used. */
    List<String> end(Said reply) {
        String stop = chunk("stop").toString();
        if (!asked.body().path("stream_options").path("include_usage").asBoolean(false)) {
            return List.of(stop);
        }
        ObjectNode used = envelope("chat.completion.chunk");
        used.putArray("choices");
        used.set("usage", usage(reply));
        return List.of(stop, used.toString());
    }

    static String error(int status) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("message", "simulated " + status).put("type", "server_error").putNull("param")
                .putNull("code");
        return body.toString();
    }

    private String delta(String text) {
        ObjectNode chunk = chunk(null);
        delta(chunk).put("content", text);
        return chunk.toString();
    }

    private static ObjectNode delta(ObjectNode chunk) {
        return (ObjectNode) chunk.path("choices").path(0).path("delta");
    }

    private ObjectNode chunk(@Nullable String finish) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finish).putNull("logprobs").putObject("delta");
        return chunk;
    }

    private ObjectNode envelope(String object) {
        return JSON.createObjectNode().put("id", id).put("object", object).put("created", CREATED)
                .put("model", asked.body().path("model").asString());
    }

    private static ObjectNode usage(Said reply) {
        return JSON.createObjectNode().put("prompt_tokens", reply.promptTokens())
                .put("completion_tokens", reply.completionTokens())
                .put("total_tokens", reply.promptTokens() + reply.completionTokens());
    }
}
