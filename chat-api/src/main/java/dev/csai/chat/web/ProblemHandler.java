package dev.csai.chat.web;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns whatever an endpoint failed with into a problem document. */
@Component
@Order(-2)
class ProblemHandler implements ErrorWebExceptionHandler {

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return problems.write(exchange, ProblemMapping.of(failure, exchange.getRequest()));
    }
}
