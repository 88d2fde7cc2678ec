package dev.csai.standalone.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that an earlier run left behind because its guards were killed too. They are known by their executable,
 * which lies in this installation's own folder; process files may name a stranger after a reboot.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    /** PostgreSQL's fast and immediate shutdown; Redis ends on the first. */
    private static final List<String> SIGNALS = List.of("INT", "QUIT", "KILL");
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private Leftovers() {}

    /**
     * Stops what runs one of these programs from these folders. The caller holds the lock of the folders.
     *
     * @param program tells by its file name
     */
    static void stop(ServerFolders folders, Predicate<String> program) {
        for (String signal : SIGNALS) {
            List<ProcessHandle> leftovers = find(folders, program);
            if (leftovers.isEmpty()) {
                return;
            }
            log.info("Stopping {} server processes that an earlier run left behind", leftovers.size());
            leftovers.forEach(process -> send(signal, process));
            Waiting.until(() -> leftovers.stream().noneMatch(ProcessHandle::isAlive), LIMIT);
        }
        if (!find(folders, program).isEmpty()) {
            throw new IllegalStateException("A server of an earlier run on " + folders.root()
                    + " does not stop; end it and start again.");
        }
    }

    private static List<ProcessHandle> find(ServerFolders folders, Predicate<String> program) {
        return ProcessHandle.allProcesses().filter(process -> process.info().command().map(Path::of)
                .filter(file -> file.startsWith(folders.executables()))
                .filter(file -> program.test(String.valueOf(file.getFileName())))
                .isPresent()).toList();
    }

    private static void send(String signal, ProcessHandle process) {
        Unprivileged.succeeds(List.of("bash", "-c", "kill -s \"$1\" \"$2\"", "kill", signal,
                Long.toString(process.pid())));
    }
}
