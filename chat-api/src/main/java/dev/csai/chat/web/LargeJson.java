package dev.csai.chat.web;

import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Bodies larger than those of other endpoints, which are held to 256 KB; as strict as theirs. */
@Component
public class LargeJson {

    private final JsonMapper json;

    LargeJson(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads the whole body, off the event loop.
     *
     * @throws ProblemException {@code too-large} past the limit, {@code invalid-request} if it is not the type's JSON
     */
    public <T> Mono<T> read(ServerHttpRequest request, Class<T> type, int maxBytes) {
        if (request.getHeaders().getContentLength() > maxBytes) {
            return Mono.error(() -> ProblemException.of(ProblemType.TOO_LARGE,
                    "The request is larger than this endpoint accepts."));
        }
        return DataBufferUtils.join(request.getBody(), maxBytes)
                .publishOn(Schedulers.boundedElastic())
                .mapNotNull(body -> parse(body, type))
                .switchIfEmpty(Mono.error(() -> ProblemException.invalid("", "malformed", "The body is empty.")));
    }

    private <T> T parse(DataBuffer body, Class<T> type) {
        try (InputStream bytes = body.asInputStream(true)) {
            return json.readValue(bytes, type);
        } catch (JacksonException | IOException e) {
            throw new DecodingException("the body is not a " + type.getSimpleName(), e);
        }
    }
}
