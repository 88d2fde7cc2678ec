package dev.csai.chat.installation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A website on loopback. */
final class PageServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> visited = new CopyOnWriteArrayList<>();

    private interface Reply {

        void send(HttpExchange exchange) throws IOException;
    }

    PageServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                visited.add(path);
                replies.getOrDefault(path, gone -> gone.sendResponseHeaders(404, -1)).send(exchange);
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String origin() {
        return "http://localhost:" + port();
    }

    List<String> visited() {
        return List.copyOf(visited);
    }

    /** @param headers names and values by turns */
    String page(String path, String html, String... headers) {
        return bytes(path, html.getBytes(StandardCharsets.UTF_8), headers);
    }

    String bytes(String path, byte[] body, String... headers) {
        return add(path, exchange -> {
            head(exchange, headers);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    String redirect(String path, String to) {
        return add(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** Begins with a text and never ends. */
    String endless(String path, String beginning) {
        return add(path, exchange -> {
            head(exchange);
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(beginning.getBytes(StandardCharsets.UTF_8));
            byte[] more = "<p>more".repeat(1000).getBytes(StandardCharsets.UTF_8);
            // Until the reader hangs up, which is an exception here.
            for (;;) {
                body.write(more);
            }
        });
    }

    private String add(String path, Reply reply) {
        replies.put(path, reply);
        return origin() + path;
    }

    private static void head(HttpExchange exchange, String... headers) {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
