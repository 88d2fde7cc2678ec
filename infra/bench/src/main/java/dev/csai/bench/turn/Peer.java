package dev.csai.bench.turn;

import dev.csai.bench.subject.ProductFolder;
import dev.csai.bench.subject.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The Express app of {@code infra/bench/peer}, on the product's own PostgreSQL and Redis and the same model stub. */
final class Peer implements AutoCloseable {

    private static final String DATABASE = "peer";
    /** As many as chat-api's pool has. */
    private static final String CONNECTIONS = "20";
    /** Several tenants, or all its turns would wait for one row of usage. */
    private static final int TENANTS = 16;

    private static final String TABLES = """
            create table api_keys (key_sha256 bytea primary key, tenant_id uuid not null);
            create table conversations (id uuid primary key, tenant_id uuid not null,
              created_at timestamptz not null default now());
            create table messages (id uuid primary key, conversation_id uuid not null references conversations (id),
              role text not null, text text not null, created_at timestamptz not null default now());
            create index on messages (conversation_id, created_at);
            create table usage (tenant_id uuid, day date, messages bigint not null, tokens bigint not null,
              primary key (tenant_id, day));
            """;

    private final Process process;
    private final URI url;
    private final List<String> keys;

    private Peer(Process process, URI url, List<String> keys) {
        this.process = process;
        this.url = url;
        this.keys = keys;
    }

    static Peer start(Surroundings surroundings, ProductFolder folder, URI model) throws IOException, SQLException {
        List<String> keys = IntStream.range(0, TENANTS).mapToObj(number -> "key-" + UUID.randomUUID()).toList();
        prepare(folder, keys);
        Path complaints = Files.createTempFile(surroundings.scratch(), "peer", ".err");
        ProcessBuilder command = new ProcessBuilder("node", "server.js")
                .directory(surroundings.root().resolve("infra/bench/peer").toFile())
                .redirectError(complaints.toFile());
        command.environment().putAll(Map.of("NODE_ENV", "production", "PEER_DATABASE_URL",
                folder.postgresUrl(DATABASE), "PEER_REDIS_URL", folder.redisUrl(), "PEER_MODEL_URL", model.toString(),
                "PEER_CONNECTIONS", CONNECTIONS));
        Process process = command.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the peer did not start: " + Files.readString(complaints));
        }
        return new Peer(process, URI.create("http://127.0.0.1:" + line.replaceFirst("\\D*", "")), keys);
    }

    Side side() {
        return Side.chat("Express", url, keys, Questions::distinct);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static void prepare(ProductFolder folder, List<String> keys) throws IOException, SQLException {
        try (Connection server = folder.connect(); Statement statement = server.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        try (Connection database = folder.connect(DATABASE); Statement statement = database.createStatement()) {
            statement.execute(TABLES);
            try (PreparedStatement insert = database.prepareStatement("insert into api_keys values (?, ?)")) {
                for (String key : keys) {
                    insert.setBytes(1, sha256(key));
                    insert.setObject(2, UUID.randomUUID());
                    insert.executeUpdate();
                }
            }
        }
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
