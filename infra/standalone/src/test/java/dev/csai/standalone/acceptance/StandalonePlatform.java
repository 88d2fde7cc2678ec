package dev.csai.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import dev.csai.shared.TenantId;
import dev.csai.shared.db.VectorForm;
import dev.csai.standalone.TestPorts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** All of CSAI in a process of its own, as {@code infra/run} starts it; it may be killed and started again. */
final class StandalonePlatform extends Platform {

    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int PORT_LINE = 3;
    /** The end of what is printed once everything is up. */
    private static final String LAST_WORDS = "Ctrl-C stops it.";

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private Process process;
    /** How much the processes before this one had printed. */
    private int printedBefore;

    private StandalonePlatform(Path data, int port, Map<String, String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /** On a new, empty folder. */
    static StandalonePlatform start() {
        return start(Map.of());
    }

    /** @param settings environment variables beyond the usual */
    static StandalonePlatform start(Map<String, String> settings) {
        return start(settings, true);
    }

    /** For whoever asks nothing of the demo and need not wait until it has read its documents. */
    static StandalonePlatform startWithoutDocuments(Map<String, String> settings) {
        return start(settings, false);
    }

    private static StandalonePlatform start(Map<String, String> settings, boolean documents) {
        try {
            Path data = Files.createTempDirectory("csai-acceptance-");
            if (!documents) {
                Files.createFile(data.resolve("demo-documents-loaded"));
            }
            StandalonePlatform platform = new StandalonePlatform(data, TestPorts.next(), settings);
            platform.awaitReady();
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException("the standalone process could not be started", e);
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=320m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "dev.csai.standalone.Standalone");
        builder.environment().put("CSAI_DATA", data.toString());
        builder.environment().put("CSAI_PORT", Integer.toString(port));
        builder.environment().put("CSAI_DEMO_PASSWORD", PASSWORD);
        // The suites log in and write from one address more often than people do.
        builder.environment().put("CSAI_IDENTITY_LOGINSPERMINUTE", "100000");
        builder.environment().put("CSAI_THROTTLE_MESSAGESPERVISITOR", "100000");
        builder.environment().put("CSAI_THROTTLE_MESSAGESPERNETWORK", "1000000");
        builder.environment().putAll(Platforms.longDocuments());
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        Path console = data.resolve("console.txt");
        printedBefore = Files.exists(console) ? Files.readString(console).length() : 0;
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        return builder.start();
    }

    private void awaitReady() {
        try {
            awaitDoor();
        } catch (RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private void awaitDoor() {
        await("the start of CSAI on " + data).atMost(START_LIMIT).pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("CSAI ended with " + process.exitValue() + ": " + printed());
                    }
                    return printed().contains(LAST_WORDS);
                });
    }

    /** What this process says; whoever answers on its port might be another one. */
    private String printed() throws IOException {
        return Files.readString(data.resolve("console.txt")).substring(printedBefore);
    }

    /** Gives the process no time for anything. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop, as Ctrl-C does. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** On the folder that is there. */
    void startAgain() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException("the standalone process could not be started again", e);
        }
        awaitReady();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("CSAI did not stop within " + STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while CSAI was stopping", e);
        }
    }

    /** It and all it has started. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new java.util.ArrayList<>(process.descendants().toList());
        processes.add(process.toHandle());
        return processes;
    }

    @Override
    URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** Where there is no mail server, the operator reads them. */
    @Override
    List<String> mailsTo(String email) {
        return operator().get("/v1/admin/mails?limit=200").as(200, Contract.KeptMails.class).items().stream()
                .filter(mail -> mail.to().equals(email)).map(Contract.KeptMail::text).toList();
    }

    @Override
    Runnable hideBytes(TenantId tenant, UUID document) {
        Path bytes = data.resolve("blobs").resolve(tenant.toString()).resolve(document.toString());
        Path away = bytes.resolveSibling("away-" + document);
        move(bytes, away);
        return () -> move(away, bytes);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("a document's bytes could not be moved", e);
        }
    }

    /** Its port is another one after every start. */
    @Override
    VectorForm vectors() {
        return VectorForm.ARRAYS;
    }

    @Override
    DataSource database() {
        try {
            Properties secrets = new Properties();
            secrets.load(new StringReader(Files.readString(data.resolve("secrets.properties"))));
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setServerNames(new String[]{"127.0.0.1"});
            database.setPortNumbers(new int[]{Integer.parseInt(
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE).strip())});
            database.setDatabaseName("postgres");
            database.setUser("postgres");
            database.setPassword(secrets.getProperty("postgres"));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database could not be found", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        try {
            org.springframework.util.FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder could not be removed", e);
        }
    }
}
