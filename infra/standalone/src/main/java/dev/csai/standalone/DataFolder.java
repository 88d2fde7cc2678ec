package dev.csai.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that keeps everything of one installation. While it is open no other process can use it. */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Opens the folder, making it if need be.
     *
     * @throws IllegalStateException if another process uses it; the message is meant for people
     */
    static DataFolder open(Path folder) {
        try {
            // Without links: the servers of an earlier run are known by where their programs really are.
            Path root = Files.createDirectories(folder).toRealPath();
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            FileChannel lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new IllegalStateException("CSAI is already running on " + root
                        + "; stop it first, or set CSAI_DATA to another folder.");
            }
            return new DataFolder(root, lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The kernel releases the lock with the process, so a hard kill leaves none behind. */
    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this same process.
            return null;
        }
    }

    Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not release " + root, e);
        }
    }
}
