package dev.csai.simulators.openai;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as it came.
 *
 * @param authorization the header, or null
 */
public record Asked(@Nullable String authorization, JsonNode body) {

    boolean stream() {
        return body.path("stream").asBoolean(false);
    }

    /** Every message's text, in order. */
    public String prompt() {
        return body.path("messages").valueStream()
                .map(message -> message.path("content"))
                .map(content -> content.isString()
                        ? content.stringValue()
                        : content.valueStream().map(part -> part.path("text").asString(""))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
