package dev.csai.chat.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request that came through a trusted proxy the remote address of whoever asked that proxy, before anything
 * counts or notes it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ClientAddress implements WebFilter {

    private final ForwardedFor forwarded;

    ClientAddress(NetworkSettings settings) {
        this.forwarded = new ForwardedFor(settings.trustedProxies().stream().map(AddressBlock::parse).toList());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress peer = remote == null ? null : remote.getAddress();
        if (peer == null || !forwarded.trusts(peer)) {
            return chain.filter(exchange);
        }
        // Its port is nobody's to know.
        InetSocketAddress client = new InetSocketAddress(forwarded.client(peer, request.getHeaders()), 0);
        return chain.filter(exchange.mutate().request(changed -> changed.remoteAddress(client)).build());
    }
}
