package dev.csai.shared.blob;

import dev.csai.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Stream;

/** One file per blob, in a directory that all instances share. */
public final class DirectoryBlobStore implements BlobStore {

    private static final String INCOMING = ".incoming";

    private final Path root;

    public DirectoryBlobStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public BlobUpload begin(BlobKey key, long maxBytes) throws IOException {
        Path incoming = Files.createDirectories(root.resolve(INCOMING));
        return new BlobUpload(key, maxBytes, incoming.resolve(Ids.next().toString()), file -> place(file, key));
    }

    @Override
    public InputStream open(BlobKey key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public Path localCopy(BlobKey key) throws IOException {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(key.toString());
        }
        return file;
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    /** Drops what uploads left that were cut off by a crash; call it with a time before any running upload began. */
    public void deleteIncomingBefore(Instant time) throws IOException {
        Path incoming = Files.createDirectories(root.resolve(INCOMING));
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void place(Path file, BlobKey key) throws IOException {
        Path target = file(key);
        Path directory = target.getParent();
        Files.createDirectories(directory);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Without this the new name may be lost in a power cut although the bytes are safe.
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private Path file(BlobKey key) {
        return root.resolve(key.tenant().toString()).resolve(key.documentId().toString());
    }
}
