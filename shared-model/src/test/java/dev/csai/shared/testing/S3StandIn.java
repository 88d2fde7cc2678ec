package dev.csai.shared.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of S3 on loopback, kept in memory. It believes nothing: every request, presigned or not, is checked against
 * a signature of its own computing, and a body that is not the one signed is refused.
 */
public final class S3StandIn implements AutoCloseable {

    public static final String BUCKET = "csai-documents";
    public static final String REGION = "eu-test-1";
    public static final String ACCESS_KEY = "AKIATESTTESTTESTTEST";
    public static final String SECRET_KEY = "a-secret-that-only-this-test-knows";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final Clock clock;
    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    private S3StandIn(Clock clock, HttpServer server) {
        this.clock = clock;
        this.server = server;
    }

    /** On a free port. */
    public static S3StandIn start(Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            S3StandIn standIn = new S3StandIn(clock, server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", standIn::handle);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the stand-in", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What an app has to be told to use it. */
    public Map<String, String> properties() {
        return Map.of(
                "csai.blobs.s3.endpoint", endpoint().toString(),
                "csai.blobs.s3.bucket", BUCKET,
                "csai.blobs.s3.region", REGION,
                "csai.blobs.s3.access-key", ACCESS_KEY,
                "csai.blobs.s3.secret-key", SECRET_KEY,
                "csai.blobs.s3.path-style", "true");
    }

    /**
     * Loses an object, as no storage should.
     *
     * @return brings it back
     */
    public Runnable lose(String key) {
        byte[] object = objects.remove(key);
        if (object == null) {
            throw new IllegalArgumentException("there is no " + key);
        }
        return () -> objects.put(key, object);
    }

    /** The keys of what it keeps. */
    public Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String refusal = refusal(exchange, body);
            if (refusal != null) {
                answer(exchange, 403, refusal);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            String key = path.substring(Math.min(path.length(), BUCKET.length() + 2));
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(key, body);
                    exchange.sendResponseHeaders(200, -1);
                }
                case "DELETE" -> {
                    objects.remove(key);
                    exchange.sendResponseHeaders(204, -1);
                }
                case "GET", "HEAD" -> send(exchange, objects.get(key));
                default -> answer(exchange, 405, "MethodNotAllowed");
            }
        }
    }

    private static void send(HttpExchange exchange, byte @Nullable [] object) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (object == null) {
            answer(exchange, 404, "NoSuchKey");
            return;
        }
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(object.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, object.length == 0 ? -1 : object.length);
            exchange.getResponseBody().write(object);
        }
    }

    /** The code of S3's error, or null for a request that is what its signer meant. */
    private @Nullable String refusal(HttpExchange exchange, byte[] body) {
        Headers headers = exchange.getRequestHeaders();
        if (!exchange.getRequestURI().getPath().startsWith("/" + BUCKET + "/")) {
            return "AccessDenied";
        }
        String rawQuery = exchange.getRequestURI().getRawQuery();
        List<String> query = rawQuery == null ? List.of() : Arrays.asList(rawQuery.split("&", -1));
        String authorization = headers.getFirst("Authorization");
        String payload = headers.getFirst("x-amz-content-sha256");
        if (authorization == null) {
            return refusal(exchange, SigV4.Claim.ofQuery(SigV4.parameters(query)), query.stream()
                    .filter(pair -> !pair.startsWith("X-Amz-Signature=")).toList());
        }
        if (payload == null || (!payload.equals("UNSIGNED-PAYLOAD") && !payload.equals(SigV4.sha256(body)))) {
            return "XAmzContentSHA256Mismatch";
        }
        return refusal(exchange, SigV4.Claim.ofHeaders(authorization,
                String.valueOf(headers.getFirst("x-amz-date")), payload), query);
    }

    private @Nullable String refusal(HttpExchange exchange, SigV4.Claim claim, List<String> query) {
        Headers headers = exchange.getRequestHeaders();
        if (!claim.accessKey().equals(ACCESS_KEY) || !claim.parts().signedHeaders().contains("host")) {
            return "InvalidAccessKeyId";
        }
        String expected = claim.parts().sign(SECRET_KEY, exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(), query, headers::getFirst);
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII),
                claim.signature().getBytes(StandardCharsets.US_ASCII))) {
            return "SignatureDoesNotMatch";
        }
        return isTimely(claim) ? null : "AccessDenied";
    }

    private boolean isTimely(SigV4.Claim claim) {
        try {
            Instant signed = DATE.parse(claim.parts().date(), Instant::from);
            Duration valid = claim.expiresSeconds() == null ? SKEW : Duration.ofSeconds(claim.expiresSeconds());
            return signed.minus(SKEW).isBefore(clock.instant()) && clock.instant().isBefore(signed.plus(valid));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void answer(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code></Error>".formatted(code)
                .getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
