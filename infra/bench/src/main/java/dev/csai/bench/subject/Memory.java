package dev.csai.bench.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resident memory of the product, in MiB.
 *
 * @param jvm of the one process that holds all apps
 * @param servers of the database and the cache, what they share counted once
 */
public record Memory(long jvm, long servers) {

    private static final long KIB = 1024;

    static Memory of(ProcessHandle product) {
        long servers = product.descendants().mapToLong(child -> kib(child.pid(), "smaps_rollup", "Pss:")).sum();
        return new Memory(kib(product.pid(), "status", "VmRSS:") / KIB, servers / KIB);
    }

    /** Zero for a process that has just ended. */
    private static long kib(long pid, String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            List<String> words = lines.filter(line -> line.startsWith(name)).findFirst()
                    .map(line -> List.of(line.split(" +"))).orElse(List.of("", "0"));
            return Long.parseLong(words.get(1));
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
