package dev.csai.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operating system forbids the child: on Linux any network (an empty network namespace) and any process that
 * outlives it (a process namespace); wherever there is a POSIX shell, more processor time, memory and disk than a
 * document can need. Found out once, by trying.
 */
final class Sandbox {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final Path SHELL = Path.of("/bin/sh");
    /** Addresses, not memory: a JVM reserves far more than it uses. */
    private static final int ADDRESS_SPACE_KIB = 4 * 1024 * 1024;
    private static final int LARGEST_FILE_BLOCKS = 256 * 1024 * 1024 / 512;
    private static final Duration PROBE_TIME = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final List<List<String>> NAMESPACES = List.of(List.of("-rn", "--pid", "--fork", "--kill-child"),
            List.of("-rn"));

    private final List<String> namespaces;

    private Sandbox(List<String> namespaces) {
        this.namespaces = namespaces;
    }

    /** Not every system lets a process isolate itself; then documents are still read, and the operator is told. */
    static Sandbox probe() {
        Optional<Path> unshare = Stream.of("/usr/bin/unshare", "/bin/unshare").map(Path::of).filter(Files::isExecutable)
                .findFirst();
        for (List<String> options : NAMESPACES) {
            if (unshare.isPresent()) {
                var prefix = new ArrayList<String>();
                prefix.add(unshare.get().toString());
                prefix.addAll(options);
                if (works(prefix)) {
                    return new Sandbox(List.copyOf(prefix));
                }
            }
        }
        LOG.warn(
                "Documents are read without network isolation: this system has no unshare(1) or forbids unprivileged namespaces");
        return new Sandbox(List.of());
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("/bin/true");
        try {
            Process probe = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try {
                return probe.waitFor(PROBE_TIME.toMillis(), TimeUnit.MILLISECONDS) && probe.exitValue() == 0;
            } finally {
                probe.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("{} does not start", prefix, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isolatesNetwork() {
        return !namespaces.isEmpty();
    }

    boolean isolatesProcesses() {
        return namespaces.contains("--pid");
    }

    /** @param time of the wall clock, which the caller watches */
    List<String> wrap(List<String> command, Duration time) {
        var wrapped = new ArrayList<String>();
        if (Files.isExecutable(SHELL)) {
            wrapped.addAll(List.of(SHELL.toString(), "-c", limits(time), "sh"));
        }
        wrapped.addAll(namespaces);
        wrapped.addAll(command);
        return wrapped;
    }

    /**
     * A limit that a system does not know is left out; the wall clock and the heap are watched in any case. Processor
     * time is more than all processors can give until the wall clock ends it: it is for a child nobody watches any more.
     */
    private static String limits(Duration time) {
        Duration processorTime = time.multipliedBy(Runtime.getRuntime().availableProcessors()).plus(SLACK);
        return "for limit in '-c 0' '-t %d' '-f %d' '-v %d'; do ulimit $limit 2>/dev/null || :; done; exec \"$@\""
                .formatted(processorTime.toSeconds(), LARGEST_FILE_BLOCKS, ADDRESS_SPACE_KIB);
    }
}
