package dev.csai.standalone.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the servers keep what they need, under one root that belongs to this installation. */
public record ServerFolders(Path root) {

    private static final long LOG_LIMIT_BYTES = 10L * 1024 * 1024;

    /** Makes the folders and sets an overlong server log aside. */
    public static ServerFolders under(Path root) {
        try {
            // Without links: a process is known by where its program really is.
            ServerFolders folders = new ServerFolders(Files.createDirectories(root).toRealPath());
            Files.createDirectories(folders.executables());
            Files.createDirectories(folders.root.resolve("logs"));
            folders.rollOver("postgres");
            folders.rollOver("redis");
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException("could not prepare the data folder " + root, e);
        }
    }

    Path data(String name) {
        return root.resolve(name);
    }

    Path executables() {
        return root.resolve("programs");
    }

    Path log(String server) {
        return root.resolve("logs").resolve(server + ".log");
    }

    private void rollOver(String server) throws IOException {
        Path log = log(server);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(server + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
