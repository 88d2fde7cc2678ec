package dev.csai.simulators.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** OpenID providers (discovery, keys, authorize, token) under paths of one loopback port. */
public final class OidcSimulator implements AutoCloseable {

    private static final int BACKLOG = 128;

    private final HttpServer server;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** All providers' own, for making some takes its time. */
    private final Keys keys = Keys.generate();
    private final Keys foreignKeys = Keys.generate();
    private final Map<String, OidcProvider> providers = new ConcurrentHashMap<>();

    private OidcSimulator(HttpServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /** @param port 0 for any that is free */
    public static OidcSimulator start(int port, InstantSource clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        var simulator = new OidcSimulator(server, clock);
        server.createContext("/", simulator::answer);
        server.setExecutor(simulator.threads);
        server.start();
        return simulator;
    }

    /** @param name the path of its issuer, one segment */
    public OidcProvider provider(String name) {
        URI issuer = URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
        return providers.computeIfAbsent(name, key -> new OidcProvider(issuer, keys, foreignKeys, clock));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", 3);
            OidcProvider provider = providers.get(path[1]);
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            send(exchange, provider == null || path.length < 3
                    ? Reply.error(404, "not_found")
                    : reply(provider, path[2], exchange, body));
        }
    }

    private static Reply reply(OidcProvider provider, String what, HttpExchange exchange, String body) {
        return switch (exchange.getRequestMethod() + " " + what) {
            case "GET .well-known/openid-configuration" -> provider.configuration();
            case "GET moved" -> Reply.json(provider.metadata());
            case "GET jwks" -> provider.keys();
            case "GET authorize" -> provider.authorize(Form.parse(exchange.getRequestURI().getRawQuery()));
            case "POST token" -> provider.token(Form.parse(body),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            default -> Reply.error(404, "not_found");
        };
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (reply.location() != null) {
            exchange.getResponseHeaders().set("Location", reply.location());
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
