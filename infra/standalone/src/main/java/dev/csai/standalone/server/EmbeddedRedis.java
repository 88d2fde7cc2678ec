package dev.csai.standalone.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A real Redis server, in memory only, reachable on loopback with a password only, and gone with this JVM. */
public final class EmbeddedRedis implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Duration READY_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_GRACE = Duration.ofSeconds(3);
    private static final int PROBE_TIMEOUT_MILLIS = 1_000;

    private final GuardedProcess process;
    private final int port;

    private EmbeddedRedis(GuardedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param password that clients must give; without blanks or quotes */
    public static EmbeddedRedis start(ServerFolders folders, String password) {
        // Before anything is unpacked: a new release takes the place of the program that it runs.
        Leftovers.stop(folders, program -> program.startsWith("redis-server"));
        String executable = executable(folders).toString();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            EmbeddedRedis server = launch(folders, executable, password);
            if (Waiting.until(() -> !server.process.isRunning() || answers(server.port, password), READY_LIMIT)
                    && server.process.isRunning()) {
                return server;
            }
            server.close();
        }
        throw new IllegalStateException("Redis does not start; see " + folders.log("redis"));
    }

    private static EmbeddedRedis launch(ServerFolders folders, String executable, String password) {
        int port = LoopbackPort.free();
        Path settings = folders.data("redis.conf");
        // A file, not arguments: those show in the process list.
        PrivateFile.write(settings, """
                bind 127.0.0.1
                port %d
                requirepass %s
                save ""
                appendonly no
                maxmemory 64mb
                maxmemory-policy volatile-lru
                """.formatted(port, password));
        return new EmbeddedRedis(GuardedProcess.start(new GuardedProcess.Command(
                List.of(executable, settings.toString()), "TERM", STOP_GRACE, folders.log("redis"))), port);
    }

    private static Path executable(ServerFolders folders) {
        Executables executables = new Executables(folders.executables());
        for (String name : Platform.ofThisHost().redisExecutables()) {
            Path candidate = executables.unpackFile(name);
            if (Unprivileged.succeeds(List.of(candidate.toString(), "--version"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("None of the bundled Redis servers runs on this host.");
    }

    private static boolean answers(int port, String password) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PROBE_TIMEOUT_MILLIS);
            socket.getOutputStream().write(("AUTH " + password + "\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(3), StandardCharsets.US_ASCII).equals("+OK");
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Completes with the exit status when the server has ended, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        return process.ended();
    }

    @Override
    public void close() {
        process.close();
    }
}
