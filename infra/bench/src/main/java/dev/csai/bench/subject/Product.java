package dev.csai.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** All of CSAI in its one process, as {@code infra/run} starts it for everybody. */
public final class Product implements AutoCloseable {

    /** Of the demo's owner. */
    public static final String PASSWORD = "a password of the bench";

    /** All visitors of a bench have one address. */
    private static final String UNLIMITED = "1000000000";
    private static final String LAST_WORDS = "Ctrl-C stops it.";
    private static final long STOP_SECONDS = 40;
    /** A start that hangs must not keep whoever waits for the tables. */
    private static final long START_MINUTES = 5;

    private final Process process;
    private final Path data;
    private final URI url;
    private final Duration startTime;

    private Product(Process process, Path data, URI url, Duration startTime) {
        this.process = process;
        this.data = data;
        this.url = url;
        this.startTime = startTime;
    }

    public static Product start(Surroundings surroundings, Path data, Map<String, String> environment)
            throws IOException {
        int port = freePort();
        Path complaints = Files.createTempFile(surroundings.scratch(), "product", ".err");
        ProcessBuilder command = new ProcessBuilder(surroundings.root().resolve("infra/run").toString())
                .redirectError(complaints.toFile());
        command.environment().putAll(environment);
        command.environment().putAll(Map.of("CSAI_DATA", data.toString(), "CSAI_PORT", Integer.toString(port),
                "CSAI_DEMO_PASSWORD", PASSWORD, "CSAI_THROTTLE_MESSAGESPERNETWORK", UNLIMITED));
        long began = System.nanoTime();
        Process process = command.start();
        awaitReady(process, complaints);
        return new Product(process, data, URI.create("http://127.0.0.1:" + port),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** The demo's page says the key of its widget. */
    public String demoKey(Door door) throws IOException, InterruptedException {
        return door.get(url.resolve("/demo/config.json"), "").replaceFirst("(?s).*\"apiKey\":\"([^\"]*)\".*", "$1");
    }

    /** From the command to the line that says everything is up. */
    public Duration startTime() {
        return startTime;
    }

    public URI url() {
        return url;
    }

    public ProductFolder folder() {
        return new ProductFolder(data);
    }

    public Memory memory() {
        return Memory.of(process.toHandle());
    }

    /** Gives it no time for anything, and waits for its servers to notice. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> servers = process.descendants().toList();
        process.destroyForcibly().waitFor();
        servers.forEach(server -> server.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReady(Process process, Path complaints) throws IOException {
        AtomicBoolean ready = new AtomicBoolean();
        CompletableFuture.delayedExecutor(START_MINUTES, TimeUnit.MINUTES)
                .execute(() -> {
                    if (!ready.get()) {
                        process.destroyForcibly();
                    }
                });
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.equals(LAST_WORDS)) {
            line = out.readLine();
        }
        ready.set(true);
        if (line == null) {
            throw new IllegalStateException("infra/run did not start: " + Files.readString(complaints));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
