package dev.csai.chat.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.csai.chat.testing.DnsStub;
import dev.csai.shared.egress.AddressRefused;
import dev.csai.shared.egress.EgressSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.client.ReactorResourceFactory;

/** One for all: event loops take their time to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedPagesTests {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> visited = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final DnsStub names = DnsStub.start();
    private final ReactorResourceFactory resources = new ReactorResourceFactory();
    private final GuardedPages pages;

    GuardedPagesTests() throws IOException {
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        resources.setUseGlobalResources(false);
        resources.afterPropertiesSet();
        EgressSettings settings = new EgressSettings(Set.of("tools.test"), Set.of("friend.test"),
                List.of(names.address()), Duration.ofSeconds(1));
        pages = new GuardedPages(settings, new NameServers(resources, settings));
        names.addresses("friend.test", "127.0.0.1");
        names.addresses("tools.test", "127.0.0.1");
        names.addresses("evil.example", "127.0.0.1");
    }

    @BeforeEach
    void forget() {
        visited.clear();
    }

    @AfterAll
    void stop() {
        end.countDown();
        pages.destroy();
        resources.destroy();
        server.stop(0);
        names.close();
    }

    @Test
    void brings_a_page_whatever_its_status_and_says_where_it_was() {
        FetchedPage page = get("/error");
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body().getByteArray()).hasSize(5);

        FetchedPage moved = get("/redirect/3");
        assertThat(moved.url()).isEqualTo(at("friend.test", "/redirect/0"));
        assertThat(visited).containsExactly("/error", "/redirect/3", "/redirect/2", "/redirect/1", "/redirect/0");
    }

    @Test
    void an_endless_page_is_cut_and_hung_up_on() {
        FetchedPage page = get("/endless");

        assertThat(page.isCutShort()).isTrue();
        assertThat(page.body().getByteArray()).hasSize(GuardedPages.MAX_BODY + 1);
        assertThat(get("/full").isCutShort()).isFalse();
    }

    @Test
    void silence_slowness_and_circles_are_failures() {
        for (String path : List.of("/silence", "/slow", "/redirect/6")) {
            assertThatThrownBy(() -> get(path)).as(path).isInstanceOf(CallFailed.class);
        }
        assertThat(get("/redirect/5").status()).isEqualTo(200);
    }

    @Test
    void an_address_inside_is_refused_at_every_step_by_its_looks_and_by_where_it_leads() {
        for (String host : List.of("evil.example", "127.0.0.1", "localhost", "tools.test")) {
            assertThatThrownBy(() -> pages.get(at(host, "/")).block()).as(host).isInstanceOf(CallFailed.class)
                    .hasRootCauseInstanceOf(AddressRefused.class);
        }
        assertThat(visited).isEmpty();
        // The last is a host that may be called, but not so.
        List<String> inside = List.of("/to/evil.example", "/to/169.254.169.254", "/to/localhost", "/to/tools.test",
                "/to/u:p@friend.test");
        for (String path : inside) {
            assertThatThrownBy(() -> get(path)).as(path).isInstanceOf(CallFailed.class)
                    .hasRootCauseInstanceOf(AddressRefused.class);
        }
        assertThat(visited).isEqualTo(inside);
    }

    private FetchedPage get(String path) {
        return Objects.requireNonNull(pages.get(at("friend.test", path)).block());
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            visited.add(path);
            switch (path) {
                case "/endless" -> drip(exchange, 64 * 1024, false);
                case "/full" -> send(exchange, 200, GuardedPages.MAX_BODY);
                case "/slow" -> drip(exchange, 1, true);
                case "/silence" -> awaitEnd(60_000);
                case "/redirect/0" -> send(exchange, 200, 1);
                case "/error" -> send(exchange, 500, 5);
                default -> redirect(exchange, path);
            }
        }
    }

    private void redirect(HttpExchange exchange, String path) throws IOException {
        String last = path.substring(path.lastIndexOf('/') + 1);
        exchange.getResponseHeaders().set("Location", path.startsWith("/to/")
                ? at(last, "/").toString()
                : Integer.toString(Integer.parseInt(last) - 1));
        send(exchange, 301, 1);
    }

    private static void send(HttpExchange exchange, int status, int length) throws IOException {
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(new byte[length]);
    }

    /** Without an end, until nobody listens any more. */
    private void drip(HttpExchange exchange, int drop, boolean slowly) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (end.getCount() > 0) {
            exchange.getResponseBody().write(new byte[drop]);
            exchange.getResponseBody().flush();
            if (slowly) {
                awaitEnd(100);
            }
        }
    }

    private void awaitEnd(long millis) throws IOException {
        try {
            end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
