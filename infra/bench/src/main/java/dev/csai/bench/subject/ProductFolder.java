package dev.csai.bench.subject;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** What the data folder of a running product tells of its servers. */
public final class ProductFolder {

    /** Where PostgreSQL keeps its port in its process file, from 0. */
    private static final int PORT_LINE = 3;

    private final Path root;

    ProductFolder(Path root) {
        this.root = root;
    }

    /** As the one who may do everything, to a database of the product's server. */
    public Connection connect(String database) throws IOException, SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postgresPort() + "/" + database, "postgres",
                secret("postgres"));
    }

    public Connection connect() throws IOException, SQLException {
        return connect("postgres");
    }

    /** For clients other than Java's. */
    public String postgresUrl(String database) throws IOException {
        return "postgresql://postgres:" + secret("postgres") + "@127.0.0.1:" + postgresPort() + "/" + database;
    }

    public String redisUrl() throws IOException {
        String port = Files.readAllLines(root.resolve("redis.conf")).stream().filter(line -> line.startsWith("port "))
                .map(line -> line.substring("port ".length())).findFirst().orElseThrow();
        return "redis://:" + secret("redis") + "@127.0.0.1:" + port + "/1";
    }

    private int postgresPort() throws IOException {
        List<String> lines = Files.readAllLines(root.resolve("postgres").resolve("postmaster.pid"));
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    private String secret(String name) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty(name);
    }
}
