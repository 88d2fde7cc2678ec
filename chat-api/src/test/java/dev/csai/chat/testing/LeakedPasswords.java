package dev.csai.chat.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The range protocol of Have I Been Pwned on a loopback port: {@code GET /range/<5 hex digits>} is answered with padded
 * lines {@code <35 hex digits>:<count>}. Like the original it refuses who does not say what they are.
 */
public final class LeakedPasswords implements AutoCloseable {

    private static final int PADDED_TO = 800;

    private static @Nullable LeakedPasswords shared;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Reply reply = Reply.RANGE;

    /** What it does when asked. */
    public enum Reply {
        RANGE, ERROR, PAGE, SILENCE
    }

    private LeakedPasswords(HttpServer server) {
        this.server = server;
    }

    public static LeakedPasswords start() {
        try {
            var list = new LeakedPasswords(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100));
            list.server.createContext("/", list::answer);
            list.server.setExecutor(list.threads);
            list.server.start();
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the list of leaked passwords", e);
        }
    }

    /** The list that {@link TestApp#shared()} asks. */
    public static synchronized LeakedPasswords shared() {
        LeakedPasswords running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/range";
    }

    /** @param count how often it leaked; 0 stands in the list as padding does */
    public LeakedPasswords leak(String password, int count) {
        counts.put(hash(password), count);
        return this;
    }

    public LeakedPasswords replying(Reply next) {
        reply = next;
        return this;
    }

    /** The requests whole, line by line, oldest first. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public static String hash(String password) {
        return DigestUtils.sha1Hex(password).toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(Stream.concat(Stream.of(exchange.getRequestMethod() + " " + path),
                    exchange.getRequestHeaders().entrySet().stream()
                            .map(header -> header.getKey() + ": " + String.join(", ", header.getValue())))
                    .collect(Collectors.joining("\n", "", "\n\n"))
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            switch (reply) {
                case RANGE -> range(exchange, path);
                case ERROR -> send(exchange, 503, "");
                case PAGE -> send(exchange, 200, "<html>Please log in to this network.</html>");
                case SILENCE -> awaitClose();
            }
        }
    }

    private void range(HttpExchange exchange, String path) throws IOException {
        if (!path.matches("/range/[0-9A-F]{5}") || !exchange.getRequestMethod().equals("GET")) {
            send(exchange, 400, "The hash prefix was not in a valid format");
        } else if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
            send(exchange, 403, "");
        } else {
            boolean padded = "true".equals(exchange.getRequestHeaders().getFirst("Add-Padding"));
            send(exchange, 200, lines(path.substring("/range/".length()), padded ? PADDED_TO : 1));
        }
    }

    private String lines(String prefix, int atLeast) {
        Stream<String> known = counts.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> entry.getKey().substring(prefix.length()) + ":" + entry.getValue());
        Stream<String> padding = IntStream.range(0, atLeast)
                .mapToObj(line -> hash("padding " + line).substring(prefix.length()) + ":0");
        return Stream.concat(known, padding).sorted().collect(Collectors.joining("\r\n"));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void awaitClose() throws IOException {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
