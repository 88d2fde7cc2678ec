package dev.csai.ingest.extract;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command until it ends or its time is over. Its output goes to files rather than pipes, so that nobody has to
 * read along and a child that prints without end meets its file size limit.
 */
final class ChildProcess {
    private static final int KEPT_BYTES = 8 * 1024;
    private static final Duration DEATH = Duration.ofSeconds(10);

    sealed interface End {
        record Exited(int status, String output, String errors) implements End {}

        record TimedOut() implements End {}
    }

    private ChildProcess() {}

    /** Leaves no process behind, also when the calling thread is interrupted. */
    static End run(List<String> command, Path directory, Duration timeout) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        // Without a locale the JVM cannot open files whose names are not ASCII.
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", directory.toString()));
        Process process = builder.start();
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    ? new End.Exited(process.exitValue(), head(output), head(errors))
                    : new End.TimedOut();
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) throws InterruptedException, IOException {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.getOutputStream().close();
        boolean interrupted = Thread.interrupted();
        boolean dead = process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!dead) {
            throw new IOException("process %d survives being killed".formatted(process.pid()));
        }
    }

    /** The child could have put a link or a pipe in its place. */
    private static String head(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(KEPT_BYTES, in.length())];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
