package dev.csai.shared.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Servers in Docker. Testcontainers removes them when the JVM has ended, however it ends. */
final class Containers {

    private static final DockerImageName POSTGRES = DockerImageName.parse("pgvector/pgvector:0.8.0-pg15");
    private static final DockerImageName RABBIT = DockerImageName.parse("rabbitmq:3.13-alpine");
    private static final DockerImageName REDIS = DockerImageName.parse("redis:7.2-alpine");

    private Containers() {}

    /** Testcontainers answers a missing engine with a page of errors, so it is asked only where one may be. */
    static boolean available() {
        return engineConfigured() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean engineConfigured() {
        Path home = Path.of(System.getProperty("user.home"));
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run");
        return System.getenv("DOCKER_HOST") != null
                || System.getProperty("os.name").startsWith("Windows")
                || Stream.of(home.resolve(".testcontainers.properties"), home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock"), Path.of(runtime, "docker.sock"),
                        Path.of("/var/run/docker.sock")).anyMatch(Files::exists);
    }

    static URI start(Service service) {
        String secret = HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        return switch (service) {
            case POSTGRES -> started(postgres(secret), "postgresql://postgres:" + secret, 5432, "/postgres");
            case RABBIT -> started(rabbit(secret), "amqp://csai:" + secret, 5672, "/%2F");
            case REDIS -> started(redis(secret), "redis://:" + secret, 6379, "/0");
        };
    }

    private static GenericContainer<?> postgres(String secret) {
        // The server restarts once while it initialises, hence the second message.
        return new GenericContainer<>(POSTGRES).withEnv("POSTGRES_PASSWORD", secret)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
                .withExposedPorts(5432)
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2));
    }

    private static GenericContainer<?> rabbit(String secret) {
        return new GenericContainer<>(RABBIT).withEnv("RABBITMQ_DEFAULT_USER", "csai")
                .withEnv("RABBITMQ_DEFAULT_PASS", secret)
                .withExposedPorts(5672)
                .waitingFor(Wait.forLogMessage(".*Server startup complete.*", 1));
    }

    private static GenericContainer<?> redis(String secret) {
        return new GenericContainer<>(REDIS)
                .withCommand("redis-server", "--requirepass", secret, "--databases", "512", "--save", "")
                .withExposedPorts(6379)
                .waitingFor(Wait.forLogMessage(".*Ready to accept connections.*", 1));
    }

    private static URI started(GenericContainer<?> container, String login, int port, String path) {
        container.start();
        return URI.create(login + "@" + container.getHost() + ":" + container.getMappedPort(port) + path);
    }
}
