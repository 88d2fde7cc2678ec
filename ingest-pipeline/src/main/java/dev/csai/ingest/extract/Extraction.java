package dev.csai.ingest.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Turns one untrusted file into blocks of text, each time in a new child process with nothing to lose. */
public final class Extraction {
    private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);
    /** {@code -XX:+ExitOnOutOfMemoryError} ends the JVM with this status. */
    private static final int OUT_OF_MEMORY = 3;

    private static final long MAX_BYTES_PER_CHARACTER = 3;
    private static final long MAX_BYTES_AROUND_BLOCK = 128;

    private final ExtractionSettings settings;
    private final Sandbox sandbox;
    private final List<String> java;

    public Extraction(ExtractionSettings settings) {
        this(settings, ExtractionChild.class.getName());
    }

    /** For tests with children that misbehave. */
    Extraction(ExtractionSettings settings, String mainClass) {
        this.settings = settings;
        this.sandbox = Sandbox.probe();
        this.java = java(settings, mainClass);
    }

    public sealed interface Outcome extends AutoCloseable {
        @Override
        void close();

        /**
         * @param blocks file of JSON lines that belongs to the caller; {@link #close()} deletes it
         * @param pages 0 where the format has none
         * @param unreadablePages pages that show pictures but hold no text
         */
        record Extracted(String contentType, Path blocks, int blockCount, long characters, int pages,
                int unreadablePages) implements Outcome {
            /** In reading order, one block in memory at a time, and no longer than {@code reading} takes. */
            public <T> T readBlocks(Function<Iterator<Block>, T> reading) {
                try {
                    return BlockFile.read(blocks, reading);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                try {
                    Files.deleteIfExists(blocks);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        record Refused(ExtractionProblem problem) implements Outcome {
            @Override
            public void close() {
                // Nothing was kept.
            }
        }
    }

    /**
     * @param fileName as given by its owner; decides nothing but whether text is Markdown
     * @throws IOException when the child could not do its work for a reason that lies not in the file
     */
    public Outcome extract(Path file, String fileName) throws IOException, InterruptedException {
        if (Files.size(file) > settings.maxFile().toBytes()) {
            return new Outcome.Refused(ExtractionProblem.TOO_LARGE);
        }
        Path directory = Files.createTempDirectory(Files.createDirectories(settings.directory()), "extraction-");
        try {
            Path blocks = directory.resolve("blocks.jsonl");
            var command = new ArrayList<>(
                    List.of(java.getFirst(), "-Djava.io.tmpdir=" + directory, "-Duser.home=" + directory));
            command.addAll(java.subList(1, java.size()));
            command.addAll(List.of(file.toAbsolutePath().toString(), blocks.toString(),
                    String.valueOf(settings.maxCharacters()),
                    String.valueOf(isNamedMarkdown(fileName))));
            return outcome(ChildProcess.run(sandbox.wrap(command, settings.timeout()), directory, settings.timeout()),
                    blocks);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    /** Of a file; a larger one need not be fetched. */
    public long maxBytes() {
        return settings.maxFile().toBytes();
    }

    boolean isolatesNetwork() {
        return sandbox.isolatesNetwork();
    }

    boolean isolatesProcesses() {
        return sandbox.isolatesProcesses();
    }

    private Outcome outcome(ChildProcess.End end, Path blocks) throws IOException {
        return switch (end) {
            case ChildProcess.End.TimedOut _ -> new Outcome.Refused(ExtractionProblem.TIMEOUT);
            case ChildProcess.End.Exited(int status, _, _) when status == OUT_OF_MEMORY ->
                new Outcome.Refused(ExtractionProblem.TOO_LARGE);
            case ChildProcess.End.Exited(int status, String output, String errors) -> {
                Optional<ChildReport> report = status == 0 ? ChildReport.parse(output) : Optional.empty();
                yield outcome(
                        report.orElseThrow(
                                () -> new IOException("extraction ended with status %d: %s".formatted(status, errors))),
                        blocks, errors);
            }
        };
    }

    private Outcome outcome(ChildReport report, Path blocks, String errors) throws IOException {
        return switch (report) {
            case ChildReport.Refused(ExtractionProblem problem) -> {
                LOG.info("Refused a file as {}: {}", problem.slug(), errors);
                yield new Outcome.Refused(problem);
            }
            case ChildReport.Extracted(String contentType, PageCount pages, int count, long characters) -> {
                check(blocks, count, characters);
                Path kept = settings.directory().resolve("blocks-" + UUID.randomUUID() + ".jsonl");
                Files.move(blocks, kept);
                yield new Outcome.Extracted(contentType, kept, count, characters, pages.pages(), pages.unreadable());
            }
        };
    }

    /** The child may have been taken over while it read: its word and its file are looked at before they are used. */
    private void check(Path blocks, int count, long characters) throws IOException {
        boolean plain = Files.isRegularFile(blocks, LinkOption.NOFOLLOW_LINKS);
        if (!plain || count < 1 || count > BlockFile.MAX_BLOCKS || characters > settings.maxCharacters()
                || Files.size(blocks) > characters * MAX_BYTES_PER_CHARACTER + (long) count * MAX_BYTES_AROUND_BLOCK) {
            throw new IOException(
                    "extraction gave no file of %d blocks and %d characters".formatted(count, characters));
        }
    }

    private static boolean isNamedMarkdown(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    /** A small JVM that starts fast: interpreter and first compiler only, the collector with the least to set up. */
    private static List<String> java(ExtractionSettings settings, String mainClass) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + settings.heap().toMegabytes() + "m", "-Xss4m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m", "-XX:ReservedCodeCacheSize=32m", "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData", "-Xshare:auto", "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog"));
        command.addAll(List.of("-cp", ChildClasspath.of(settings), mainClass));
        return List.copyOf(command);
    }
}
