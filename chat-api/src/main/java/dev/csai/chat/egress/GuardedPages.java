package dev.csai.chat.egress;

import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.egress.AddressRefused;
import dev.csai.shared.egress.EgressSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads pages that tenants have named: half a megabyte of each, in the time of one call altogether. Redirects are
 * followed as browsers do, and a policy looks at every address on the way. It is not that of calls: what an operator
 * lets a tenant's tools reach inside must not be reached by whoever has a page checked.
 */
@Component
public class GuardedPages implements DisposableBean {

    static final int MAX_BODY = 512 * 1024;

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern NOT_ASCII = Pattern.compile("[\\x80-\\xff]");
    private static final String READER = "CSAI-installation-check";

    private final AddressPolicy policy;
    private final GuardedConnections connections;
    private final WebClient client;
    private final Duration timeLimit;

    GuardedPages(EgressSettings settings, NameServers servers) {
        this.policy = new AddressPolicy(settings.allowedPageHosts());
        this.connections = new GuardedConnections("pages", policy, servers);
        this.client = WebClient.builder().clientConnector(connections.connector()).build();
        this.timeLimit = servers.timeLimit();
    }

    /** Whatever its status is; a {@link CallFailed} when no page came in time. */
    public Mono<FetchedPage> get(URI url) {
        return follow(url, MAX_REDIRECTS)
                .timeout(timeLimit)
                .onErrorMap(failure -> !(failure instanceof CallFailed),
                        failure -> new CallFailed("reading a page of " + url.getHost() + " failed", failure));
    }

    private Mono<FetchedPage> follow(URI url, int redirectsLeft) {
        try {
            policy.checkPage(url);
        } catch (AddressRefused refused) {
            return Mono.error(new CallFailed("refused to read a page of " + url.getHost(), refused));
        }
        return client.get().uri(url)
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .header(HttpHeaders.USER_AGENT, READER)
                .exchangeToMono(answer -> page(answer, url))
                .flatMap(page -> next(page)
                        .map(next -> redirectsLeft == 0
                                ? Mono.<FetchedPage>error(new CallFailed(url.getHost() + " redirects without end"))
                                : follow(next, redirectsLeft - 1))
                        .orElseGet(() -> Mono.just(page)));
    }

    private static Mono<FetchedPage> page(ClientResponse answer, URI url) {
        Flux<DataBuffer> oneMore = DataBufferUtils.takeUntilByteCount(answer.body(BodyExtractors.toDataBuffers()),
                MAX_BODY + 1L);
        HttpHeaders headers = answer.headers().asHttpHeaders();
        return DataBufferUtils.join(oneMore)
                .map(GuardedPages::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> new FetchedPage(url, answer.statusCode().value(), headers, new ByteArrayResource(body),
                        body.length > MAX_BODY));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Optional<URI> next(FetchedPage page) {
        String location = page.headers().getFirst(HttpHeaders.LOCATION);
        if (location == null || !REDIRECTS.contains(page.status())) {
            return Optional.empty();
        }
        return Optional.of(Addresses.resolve(page.url(), readable(location))
                .orElseThrow(() -> new CallFailed(page.url().getHost() + " redirects to what is no address")));
    }

    /** Headers come with a character for each byte: what is not ASCII becomes the escape that browsers make of it. */
    private static String readable(String header) {
        return NOT_ASCII.matcher(header).replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
