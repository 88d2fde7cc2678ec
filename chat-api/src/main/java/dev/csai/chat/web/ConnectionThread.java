package dev.csai.chat.web;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/**
 * Writes every response on its connection's own thread, whatever thread the data came from (Redis, the database, a
 * model). Reactor Netty 1.3.6 otherwise may see the next request of a kept-alive connection before it has noticed the
 * end of the response, and then never reads from that connection again (reactor-netty#4361; gone in 1.3.8).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ConnectionThread implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Scheduler thread = of(exchange.getRequest());
        if (thread == null) {
            return chain.filter(exchange);
        }
        ServerHttpResponse hopping = new Hopping(exchange.getResponse(), thread);
        // A failure hops too: whoever turns it into a problem document writes to the response itself.
        return chain.filter(exchange.mutate().response(hopping).build()).publishOn(thread);
    }

    /** Work that is done before the response is committed, after which it goes on where it is to be written. */
    public static Mono<Void> resumed(Mono<Void> work, ServerHttpRequest request) {
        Scheduler thread = of(request);
        return thread == null ? work : work.publishOn(thread);
    }

    private static @Nullable Scheduler of(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof Connection connection
                ? Schedulers.fromExecutor(connection.channel().eventLoop())
                : null;
    }

    private static final class Hopping extends ServerHttpResponseDecorator {

        private final Scheduler thread;

        Hopping(ServerHttpResponse response, Scheduler thread) {
            super(response);
            this.thread = thread;
        }

        /** A Mono stays one, for its response is sent whole and with its length. */
        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(body instanceof Mono<? extends DataBuffer> single
                    ? single.publishOn(thread)
                    : Flux.from(body).publishOn(thread));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(Flux.from(body).publishOn(thread));
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.defer(super::setComplete).subscribeOn(thread);
        }
    }
}
