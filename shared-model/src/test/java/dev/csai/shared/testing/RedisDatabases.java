package dev.csai.shared.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Numbers logical databases through a counter in the given one, so that JVMs sharing a server do not meet. Speaks the
 * two commands this takes itself: a module without a Redis client can then use the tests' servers too.
 */
final class RedisDatabases {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI server;

    RedisDatabases(URI server) {
        this.server = server;
    }

    /** Starts over when the server has no more of them; what was left in one is not removed. */
    URI fresh() {
        Endpoint endpoint = Endpoint.of(server);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            OutputStream out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            if (!endpoint.password().isEmpty()) {
                send(out, "AUTH " + endpoint.password());
                reply(in);
            }
            send(out, "CONFIG GET databases");
            reply(in);
            bulk(in);
            int databases = Integer.parseInt(bulk(in));
            send(out, "INCR csai:test:databases");
            long turn = Long.parseLong(reply(in).substring(1));
            return server.resolve("/" + (1 + turn % (databases - 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("the test Redis at " + endpoint + " gave no database", e);
        }
    }

    private static void send(OutputStream out, String command) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String bulk(BufferedReader in) throws IOException {
        reply(in);
        return reply(in);
    }

    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null || line.startsWith("-")) {
            throw new IOException("Redis answered " + line);
        }
        return line;
    }
}
