package dev.csai.chat.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.csai.chat.testing.DnsStub;
import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.egress.AddressRefused;
import dev.csai.shared.egress.EgressSettings;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.LinkedMultiValueMap;
import reactor.netty.http.client.HttpClient;

class GuardedHttpTests {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> visited = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final DnsStub names = DnsStub.start();
    private final ReactorResourceFactory resources = new ReactorResourceFactory();
    private final AddressPolicy policy = new AddressPolicy(Set.of("friend.test"));
    private final NameServers servers;
    private final GuardedHttp http;

    GuardedHttpTests() throws IOException {
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        resources.setUseGlobalResources(false);
        resources.afterPropertiesSet();
        servers = new NameServers(resources,
                new EgressSettings(Set.of("friend.test"), Set.of(), List.of(names.address()), Duration.ofSeconds(1)));
        http = new GuardedHttp(policy, servers);
        names.addresses("friend.test", "127.0.0.1");
    }

    @AfterEach
    void stop() {
        end.countDown();
        http.destroy();
        resources.destroy();
        server.stop(0);
        names.close();
    }

    @Test
    void reaches_a_host_that_is_allowed() {
        assertThat(http.get(at("friend.test", "/hello")).block()).isEqualTo("hello");
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("a", "1 & 2");
        assertThat(http.post(at("friend.test", "/echo"), form, "Basic x").block()).isEqualTo("Basic x a=1+%26+2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00:ec2::254", "64:ff9b::7f00:1"})
    void a_public_looking_name_that_leads_inside_is_refused_when_connecting(String inside) {
        names.addresses("evil.example", inside);

        assertThatThrownBy(() -> connect("evil.example")).hasRootCauseInstanceOf(AddressRefused.class);
        assertThat(visited).isEmpty();
    }

    @Test
    void one_address_inside_spoils_those_outside() {
        names.addresses("evil.example", "93.184.216.34", "127.0.0.1");

        assertThatThrownBy(() -> connect("evil.example")).hasRootCauseInstanceOf(AddressRefused.class);
        assertThat(visited).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost"})
    void addresses_instead_of_names_are_refused_twice(String host) {
        assertThatThrownBy(() -> http.get(at(host, "/hello")).block()).hasRootCauseInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> connect(host)).rootCause().isInstanceOf(UnknownHostException.class);
        assertThat(visited).isEmpty();
    }

    @Test
    void a_name_that_passes_by_its_looks_is_stopped_by_where_it_leads() {
        names.addresses("evil.example", "127.0.0.1");
        URI url = URI.create("https://evil.example:" + server.getAddress().getPort() + "/hello");

        assertThatThrownBy(() -> http.get(url).block()).isInstanceOf(CallFailed.class)
                .hasRootCauseInstanceOf(AddressRefused.class);
        assertThat(visited).isEmpty();
    }

    @Test
    void redirects_are_not_followed() {
        assertThatThrownBy(() -> http.get(at("friend.test", "/redirect")).block()).isInstanceOf(CallFailed.class);
        assertThat(visited).containsExactly("/redirect");
    }

    @Test
    void errors_endless_bodies_and_silence_are_failures() {
        for (String path : List.of("/error", "/endless", "/silence", "/half")) {
            assertThatThrownBy(() -> http.get(at("friend.test", path)).block()).as(path)
                    .isInstanceOf(CallFailed.class);
        }
        assertThat(http.get(at("friend.test", "/full")).block()).hasSize(GuardedHttp.MAX_BODY);
    }

    @Test
    void a_name_that_nobody_knows_is_a_failure() {
        assertThatThrownBy(() -> http.get(URI.create("https://nobody.example/")).block())
                .isInstanceOf(CallFailed.class);
    }

    /** Without the look at the URL that comes before; only the resolver stands in the way. */
    private String connect(String host) {
        GuardedAddresses addresses = new GuardedAddresses(
                new DnsAddressResolverGroup(servers.lookUps()), policy);
        return String.valueOf(HttpClient.newConnection().runOn(servers.loops()).resolver(addresses)
                .get().uri(at(host, "/hello")).responseContent().aggregate().asString().block());
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            visited.add(path);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (path) {
                case "/hello" -> send(exchange, 200, "hello");
                case "/echo" ->
                    send(exchange, 200, exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
                case "/redirect" -> {
                    exchange.getResponseHeaders().set("Location", "/hello");
                    send(exchange, 302, "hello");
                }
                case "/endless" -> send(exchange, 200, "x".repeat(GuardedHttp.MAX_BODY + 1));
                case "/full" -> send(exchange, 200, "x".repeat(GuardedHttp.MAX_BODY));
                case "/silence" -> awaitEnd();
                case "/half" -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    awaitEnd();
                }
                default -> send(exchange, 500, "no");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitEnd() throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
