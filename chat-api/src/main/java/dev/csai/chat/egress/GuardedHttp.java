package dev.csai.chat.egress;

import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.egress.AddressRefused;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;

/**
 * Calls addresses that tenants have chosen: only those that the policy lets through, for a few seconds altogether, and
 * for 256 KB. A redirect is an answer as bad as an error; nothing is unpacked.
 */
@Component
public class GuardedHttp implements DisposableBean {

    static final int MAX_BODY = 256 * 1024;

    private final AddressPolicy policy;
    private final Duration timeLimit;
    private final GuardedConnections connections;
    private final WebClient client;

    GuardedHttp(AddressPolicy policy, NameServers servers) {
        this.policy = policy;
        this.timeLimit = servers.timeLimit();
        this.connections = new GuardedConnections("egress", policy, servers);
        this.client = WebClient.builder()
                .clientConnector(connections.connector())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_BODY))
                .build();
    }

    /** The text of a 200; everything else is a {@link CallFailed}. */
    public Mono<String> get(URI url) {
        return call(client.get().uri(url), url);
    }

    /**
     * As {@link #get(URI)}.
     *
     * @param authorization the header, if there is to be one
     */
    public Mono<String> post(URI url, MultiValueMap<String, String> form, @Nullable String authorization) {
        RequestHeadersSpec<?> request = client.post().uri(url).body(BodyInserters.fromFormData(form));
        return call(authorization == null ? request : request.header(HttpHeaders.AUTHORIZATION, authorization), url);
    }

    private Mono<String> call(RequestHeadersSpec<?> request, URI url) {
        try {
            policy.check(url);
        } catch (AddressRefused refused) {
            return Mono.error(new CallFailed("refused to call " + url.getHost(), refused));
        }
        return request.accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(answer -> body(answer, url))
                .timeout(timeLimit)
                .onErrorMap(failure -> !(failure instanceof CallFailed),
                        failure -> new CallFailed("calling " + url.getHost() + " failed", failure));
    }

    private static Mono<String> body(ClientResponse answer, URI url) {
        int status = answer.statusCode().value();
        return status == HttpStatus.OK.value()
                ? answer.bodyToMono(String.class).defaultIfEmpty("")
                : answer.releaseBody().then(Mono.error(() -> new CallFailed(url.getHost() + " answered " + status)));
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
