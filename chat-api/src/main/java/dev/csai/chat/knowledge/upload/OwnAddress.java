package dev.csai.chat.knowledge.upload;

import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of this server as its client spells them. */
final class OwnAddress {

    private OwnAddress() {}

    /** @param path without anything that would have to be escaped */
    static URI of(ServerHttpRequest request, String path) {
        // The scheme a proxy in front received the request with.
        String forwarded = request.getHeaders().getFirst("X-Forwarded-Proto");
        UriComponentsBuilder address = UriComponentsBuilder.fromUri(request.getURI()).replacePath(path)
                .replaceQuery(null).fragment(null);
        return ("https".equals(forwarded) ? address.scheme(forwarded) : address).build(true).toUri();
    }
}
