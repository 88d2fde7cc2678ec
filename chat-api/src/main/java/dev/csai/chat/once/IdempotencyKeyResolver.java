package dev.csai.chat.once;

import dev.csai.chat.access.Caller.Visitor;
import dev.csai.chat.access.KnownCaller;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** Reads the header; visitors have none of these keys, for those of a page all call with one key of the tenant. */
final class IdempotencyKeyResolver implements HandlerMethodArgumentResolver {

    static final int MAX_LENGTH = 255;
    /** Visible ASCII. */
    static final String FORM = "^[!-~]+$";

    private static final Pattern TEXT = Pattern.compile(FORM);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding,
            ServerWebExchange exchange) {
        return Mono.justOrEmpty(KnownCaller.of(exchange))
                .filter(caller -> !(caller instanceof Visitor))
                .<Object>map(caller -> new IdempotencyKey(caller, operation(exchange),
                        exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of()),
                        text(exchange.getRequest().getHeaders())))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.FORBIDDEN,
                        "This credential does not reach this address.")));
    }

    private static String operation(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getRequiredAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return exchange.getRequest().getMethod() + " " + pattern.getPatternString();
    }

    private static @Nullable String text(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(IdempotencyKey.HEADER);
        if (given.isEmpty()) {
            return null;
        }
        String text = given.getFirst();
        if (given.size() > 1 || text.length() > MAX_LENGTH || !TEXT.matcher(text).matches()) {
            throw ProblemException.invalid(IdempotencyKey.HEADER, "malformed", "An " + IdempotencyKey.HEADER
                    + " has from 1 to " + MAX_LENGTH + " visible ASCII characters, and there is one.");
        }
        return text;
    }
}
