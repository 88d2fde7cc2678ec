package dev.csai.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the figures come from. */
final class Machine {

    private static final double KIB_PER_GIB = 1024.0 * 1024;

    private Machine() {}

    static String sentence() {
        return String.format(Locale.ROOT, "%d cores of %s, %s of memory, %s, Java %s",
                Runtime.getRuntime().availableProcessors(), value("/proc/cpuinfo", "model name", "an unknown model"),
                memory(), System.getProperty("os.name"), Runtime.version());
    }

    /** What git calls the sources, with a plus behind it if they were changed since. */
    static String commit(Path root) throws IOException {
        String commit = git(root, "rev-parse", "--short", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        // The page itself is rewritten by every run.
        boolean changed = !git(root, "status", "--porcelain", "--", ".", ":!infra/bench/RESULTS.md").isEmpty();
        return changed ? commit + "+" : commit;
    }

    private static String git(Path root, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String memory() {
        String kib = value("/proc/meminfo", "MemTotal", "");
        return kib.isEmpty()
                ? "an unknown amount"
                : String.format(Locale.ROOT, "%.0f GiB", Long.parseLong(kib.split(" ", 2)[0]) / KIB_PER_GIB);
    }

    private static String value(String file, String name, String otherwise) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst().orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
