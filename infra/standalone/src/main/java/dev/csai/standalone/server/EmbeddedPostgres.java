package dev.csai.standalone.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server over a kept data directory, reachable on loopback with a password only, and gone with this
 * JVM. The caller must hold the lock of the folder: two servers over one data directory destroy it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** May do everything; meant for migrations. */
    public static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 5;
    private static final String PROCESS_FILE = "postmaster.pid";
    /** Where the server keeps its state in that file, counted from 0; PostgreSQL calls it LOCK_FILE_LINE_PM_STATUS. */
    private static final int STATUS_LINE = 7;
    /** Long enough to replay max_wal_size of log after a crash on a slow disk. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_GRACE = Duration.ofSeconds(8);

    /** Durable as by default; small, since it shares a machine with everything else. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "120"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("work_mem", "4MB"),
            Map.entry("maintenance_work_mem", "32MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("io_method", "sync"),
            Map.entry("max_parallel_workers", "2"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("password_encryption", "scram-sha-256"));

    private final GuardedProcess process;
    private final int port;

    private EmbeddedPostgres(GuardedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the server, after creating the data directory if it is not there yet.
     *
     * @param password of {@link #SUPERUSER}; must be the same on every start over the same folder
     */
    public static EmbeddedPostgres start(ServerFolders folders, String password) {
        // Before anything is unpacked: a new release takes the place of the programs that they run.
        stopLeftovers(folders);
        Path executables = new Executables(folders.executables())
                .unpackArchive(Platform.ofThisHost().postgresArchive()).resolve("bin");
        List<String> prefix = Unprivileged.prefix();
        Path directory = folders.data("postgres");
        if (!Files.isDirectory(directory)) {
            create(folders, prefix, executables, directory, password);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            clear(folders, directory);
            EmbeddedPostgres server = launch(folders, prefix, executables, directory);
            if (server.becomesReady(directory)) {
                return server;
            }
            server.close();
            log.info("PostgreSQL did not start; trying again");
        }
        throw new IllegalStateException("PostgreSQL does not start; see " + folders.log("postgres"));
    }

    private static EmbeddedPostgres launch(ServerFolders folders, List<String> prefix, Path executables,
            Path directory) {
        int port = LoopbackPort.free();
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(executables.resolve("postgres").toString(), "-D", directory.toString(), "-p",
                Integer.toString(port)));
        SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        // SIGINT is PostgreSQL's fast shutdown: it ends the sessions and writes a checkpoint.
        return new EmbeddedPostgres(
                GuardedProcess.start(new GuardedProcess.Command(words, "INT", STOP_GRACE, folders.log("postgres"))),
                port);
    }

    /** Creates beside and renames, so that a kill in between leaves no half made data directory under its name. */
    private static void create(ServerFolders folders, List<String> prefix, Path executables, Path directory,
            String password) {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        Path passwordFile = folders.data("postgres.password");
        try {
            FileSystemUtils.deleteRecursively(unfinished);
            PrivateFile.write(passwordFile, password);
            List<String> words = new ArrayList<>(prefix);
            words.addAll(List.of(executables.resolve("initdb").toString(), "-D", unfinished.toString(), "-U", SUPERUSER,
                    "-A", "scram-sha-256", "--pwfile", passwordFile.toString(), "-E", "UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            GuardedProcess initdb = GuardedProcess.start(
                    new GuardedProcess.Command(words, "TERM", Duration.ofSeconds(2), folders.log("postgres")));
            if (initdb.await(READY_LIMIT) != 0) {
                throw new IllegalStateException("PostgreSQL could not create its data directory; see "
                        + folders.log("postgres"));
            }
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException("could not create the data directory " + directory, e);
        }
    }

    private static void stopLeftovers(ServerFolders folders) {
        Leftovers.stop(folders, program -> program.equals("postgres") || program.equals("initdb"));
    }

    /** Ends what is left of an earlier server, and removes the process file that a hard kill left. */
    private static void clear(ServerFolders folders, Path directory) {
        stopLeftovers(folders);
        try {
            Files.deleteIfExists(directory.resolve(PROCESS_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("could not clear " + directory, e);
        }
    }

    private boolean becomesReady(Path directory) {
        return Waiting.until(() -> !process.isRunning() || saysReady(directory), READY_LIMIT) && process.isRunning();
    }

    private static boolean saysReady(Path directory) {
        Path file = directory.resolve(PROCESS_FILE);
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Completes with the exit status when the server has ended, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        return process.ended();
    }

    /** Ends all sessions, writes a checkpoint and stops. */
    @Override
    public void close() {
        process.close();
    }
}
