package dev.csai.shared.blob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Files of customers that lie on this machine for a moment only: a directory of this process alone, gone when it is
 * closed. What a process left that was killed is removed when the next one starts. The operating system tells which
 * those are by the lock it frees with the process; an id of a process means nothing in another container.
 */
public final class ScratchDirectory implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchDirectory.class);
    private static final String LOCK = ".lock";
    /** Of this process. To look at one again would already free it: closing a file frees all its locks. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private ScratchDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * @param parent may be shared with other processes
     * @param prefix of the names of all directories for the same purpose
     */
    public static ScratchDirectory open(Path parent, String prefix) throws IOException {
        Path shared = Files.createDirectories(parent).toRealPath();
        removeAbandoned(shared, prefix);
        while (true) {
            Path path = Files.createTempDirectory(shared, prefix);
            Path file = lockOf(path);
            HELD.add(file);
            FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            if (Files.exists(file) && Files.exists(path)) {
                return new ScratchDirectory(path, lock);
            }
            // Another process started just then, and found the lock before it was taken.
            lock.close();
            HELD.remove(file);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
        Files.deleteIfExists(lockOf(path));
        lock.close();
        HELD.remove(lockOf(path));
    }

    private static void removeAbandoned(Path parent, String prefix) throws IOException {
        List<Path> locks;
        try (Stream<Path> files = Files.list(parent)) {
            locks = files.filter(file -> isLock(file, prefix)).toList();
        }
        for (Path lock : locks) {
            if (!HELD.contains(lock)) {
                removeIfAbandoned(lock);
            }
        }
    }

    private static void removeIfAbandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                String name = file.getFileName().toString();
                FileSystemUtils
                        .deleteRecursively(file.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Another process may be removing it just now; and what is left is no reason not to start.
            LOG.warn("What a process may have left at {} stays there", file, e);
        }
    }

    private static boolean isLock(Path file, String prefix) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) && name.endsWith(LOCK) && Files.isRegularFile(file);
    }

    private static Path lockOf(Path path) {
        return path.resolveSibling(path.getFileName() + LOCK);
    }
}
