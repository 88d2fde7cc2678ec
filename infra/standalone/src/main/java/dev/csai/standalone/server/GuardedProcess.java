package dev.csai.standalone.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that cannot outlive this JVM. A small shell stands between the two and holds the end of a pipe from
 * the JVM; the kernel closes the pipe when the JVM dies, even by kill -9, and the shell then stops the child.
 */
final class GuardedProcess implements AutoCloseable {

    /** What to run and how to ask it to end. */
    record Command(List<String> words, String stopSignal, Duration grace, Path log) {

        Command {
            words = List.copyOf(words);
        }
    }

    private static final String GUARD = guard();

    private final Process shell;
    private final Duration grace;

    private GuardedProcess(Process shell, Duration grace) {
        this.shell = shell;
        this.grace = grace;
    }

    static GuardedProcess start(Command command) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", GUARD, "guard", command.stopSignal(),
                Long.toString(command.grace().toSeconds())));
        words.addAll(command.words());
        try {
            Process shell = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()))
                    .start();
            return new GuardedProcess(shell, command.grace());
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.words().getFirst(), e);
        }
    }

    boolean isRunning() {
        return shell.isAlive();
    }

    /** Completes when the process has ended, for whatever reason. */
    CompletableFuture<Integer> ended() {
        return shell.onExit().thenApply(Process::exitValue);
    }

    /** Waits for the process to end by itself. */
    int await(Duration limit) {
        if (!endsWithin(limit)) {
            close();
            throw new IllegalStateException("a server program did not finish within " + limit);
        }
        return shell.exitValue();
    }

    /** Asks the process to end and waits for it; after the grace time the guard kills it. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not signal a server to stop", e);
        }
        if (!endsWithin(grace.plusSeconds(2))) {
            throw new IllegalStateException("a server did not stop");
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return shell.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String guard() {
        try (InputStream script = GuardedProcess.class.getResourceAsStream("guard.sh")) {
            if (script == null) {
                throw new IllegalStateException("guard.sh is missing from the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
