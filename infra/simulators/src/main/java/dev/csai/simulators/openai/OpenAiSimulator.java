package dev.csai.simulators.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** {@code POST /v1/chat/completions}, whole or as a stream, on a loopback port. Remembers what it was asked. */
public final class OpenAiSimulator implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    private static final int REMEMBERED = 10_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger talking = new AtomicInteger();
    private volatile Function<Asked, Said> script = request -> Said.of("I ", "was ", "not ", "told ", "anything.");

    private OpenAiSimulator(HttpServer server) {
        this.server = server;
    }

    /** @param port 0 for any that is free */
    public static OpenAiSimulator start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        var simulator = new OpenAiSimulator(server);
        server.createContext("/v1/chat/completions", simulator::complete);
        server.setExecutor(simulator.threads);
        server.start();
        return simulator;
    }

    /** Where a client's base URL points. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    }

    public void says(Said reply) {
        script = request -> reply;
    }

    public void says(Function<Asked, Said> answers) {
        script = answers;
    }

    /** The requests since the start or the last {@link #forget()}, oldest first. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Replies that have begun and not ended. */
    public int talking() {
        return talking.get();
    }

    public void forget() {
        asked.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void complete(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = new Asked(exchange.getRequestHeaders().getFirst("Authorization"),
                    Wire.JSON.readTree(exchange.getRequestBody()));
            if (requests.incrementAndGet() <= REMEMBERED) {
                asked.add(request);
            }
            Said reply = script.apply(request);
            talking.incrementAndGet();
            try {
                answer(exchange, request, new Wire(request, "chatcmpl-" + requests.get()), reply);
            } finally {
                talking.decrementAndGet();
            }
        }
    }

    private static void answer(HttpExchange exchange, Asked request, Wire wire, Said reply) throws IOException {
        pause(reply.before());
        if (reply.status() != 200) {
            send(exchange, reply.status(), Wire.error(reply.status()));
        } else if (request.stream()) {
            stream(exchange, wire, reply);
        } else {
            send(exchange, 200, wire.whole(reply));
        }
    }

    private static void stream(HttpExchange exchange, Wire wire, Said reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (String chunk : wire.deltas(reply)) {
            event(out, chunk);
            pause(reply.between());
        }
        if (reply.breaks()) {
            // Closing without the last chunk of the transfer is what a died server looks like.
            throw new IOException("the simulated provider dies");
        }
        for (String chunk : wire.end(reply)) {
            event(out, chunk);
        }
        event(out, "[DONE]");
        out.close();
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(UTF_8));
        out.flush();
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** A provider's own slowness. */
    private static void pause(Duration time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
