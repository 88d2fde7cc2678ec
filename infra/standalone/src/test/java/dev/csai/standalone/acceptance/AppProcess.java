package dev.csai.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A JVM of its own, told everything by its environment. What it prints is kept in {@code target/processes}. It cannot
 * outlive this JVM: the kernel closes the pipe between the two however this one dies, and a watcher then kills it.
 */
final class AppProcess implements AutoCloseable {

    /** What Java ends with when it was asked to by SIGTERM. */
    static final int TERMINATED = 143;

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final int TAIL = 6000;
    private static final Pattern STARTED = Pattern.compile(" Started \\w+ in [\\d.]+ seconds");
    private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The command takes the place of the shell, and so its process id. */
    private static final String WATCHED = """
            exec 3<&0 </dev/null
            { read -r _ <&3; kill -KILL $$; } 2>/dev/null &
            exec "$@" 3<&-
            """;

    /** They start often and live briefly, several at once on few cores. */
    private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    private final String name;
    private final Process process;
    private final Path log;

    private AppProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Begins to start an app. */
    static AppProcess launch(App app, Map<String, String> environment) {
        return launch(app.word(), List.of("-jar", app.jar().toString()), environment);
    }

    /** @param arguments behind {@code java} */
    static AppProcess launch(String name, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", WATCHED, name));
        command.addAll(JAVA);
        command.addAll(arguments);
        Path log = Path.of("target", "processes", COUNT.incrementAndGet() + "-" + name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Nothing of the test's own may stand in for what an operator would have to set.
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR", "LANG"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            return new AppProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** Waits until it does its work. */
    AppProcess awaitStarted() {
        try {
            await("the start of " + name).atMost(START_LIMIT).pollInterval(Duration.ofMillis(100))
                    .until(() -> !process.isAlive() || STARTED.matcher(printed()).find());
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " did not start: " + tail(), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ": " + tail());
        }
        return this;
    }

    /** Waits for the end of what ends by itself. */
    void awaitDone(Duration limit) {
        int status = awaitEnd(limit);
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status + ": " + tail());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of an app that listens. */
    URI base() {
        Matcher port = PORT.matcher(printed());
        if (!port.find()) {
            throw new IllegalStateException(name + " does not listen: " + tail());
        }
        return URI.create("http://localhost:" + port.group(1));
    }

    /** Gives it no time for anything. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(STOP_LIMIT);
    }

    /**
     * Asks it to stop, as whatever runs it in production does.
     *
     * @return its exit status
     */
    int stop() {
        // Not that of Process, which closes the pipe as well.
        process.toHandle().destroy();
        return awaitEnd(STOP_LIMIT);
    }

    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
    }

    private int awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not end within " + limit + ": " + tail());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " was ending", e);
        }
    }

    private String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("what " + name + " printed cannot be read", e);
        }
    }

    private String tail() {
        String printed = printed();
        return log + " ends with\n" + printed.substring(Math.max(0, printed.length() - TAIL));
    }
}
