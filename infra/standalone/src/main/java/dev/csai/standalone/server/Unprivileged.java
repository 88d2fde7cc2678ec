package dev.csai.standalone.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root. A user namespace of its own makes root an ordinary user, for that process only. */
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private Unprivileged() {}

    /** Words to put before a command of PostgreSQL. */
    static List<String> prefix() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return List.of();
        }
        if (!succeeds(List.of("unshare", "-U", "true"))) {
            throw new IllegalStateException("PostgreSQL does not run as root, and this host allows root no user "
                    + "namespace (unshare -U); start CSAI as an ordinary user.");
        }
        return NAMESPACE;
    }

    static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            // No such program.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trying " + command.getFirst(), e);
        }
    }
}
