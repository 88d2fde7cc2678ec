package dev.csai.chat.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.handler.ExceptionHandlingWebHandler;
import reactor.core.publisher.Mono;

/**
 * Turns what fails behind it into problem documents. Where the framework itself would call the {@link ProblemHandler},
 * it has already written the whole address, with its query and the tokens in it, into the failure's trace and so into
 * the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemFilter implements WebFilter {

    private final ProblemHandler handler;

    ProblemFilter(ProblemHandler handler) {
        this.handler = handler;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorResume(failure -> {
            // Meters name the failure.
            exchange.getAttributes().put(ExceptionHandlingWebHandler.HANDLED_WEB_EXCEPTION, failure);
            return handler.handle(exchange, failure);
        });
    }
}
