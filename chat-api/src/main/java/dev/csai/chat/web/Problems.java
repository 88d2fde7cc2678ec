package dev.csai.chat.web;

import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as RFC 9457 documents. */
@Component
public class Problems {

    private static final String ENDED = Problems.class.getName();

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Ends the exchange with the problem; does nothing when the response has begun already. */
    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(problem);
        }
        note(exchange, problem.type());
        response.setStatusCode(HttpStatusCode.valueOf(problem.type().status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        if (problem.retryAfter() != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        byte[] body = json.writeValueAsBytes(document(problem, ShownPath.of(exchange.getRequest())));
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    /** That the exchange ends with a problem, also one that a browser is told of by another page. */
    public static void note(ServerWebExchange exchange, ProblemType problem) {
        exchange.getAttributes().put(ENDED, problem);
    }

    /** The problem that the exchange ends with, if it does with one. */
    public static Optional<ProblemType> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ENDED));
    }

    /** The document itself, for the places that send it inside something else, such as an event. */
    public Map<String, Object> document(ProblemException problem, String instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.type().uri());
        document.put("title", problem.type().title());
        document.put("status", problem.type().status());
        document.put("detail", problem.detail());
        document.put("instance", instance);
        if (!problem.errors().isEmpty()) {
            document.put("errors", problem.errors());
        }
        return document;
    }
}
