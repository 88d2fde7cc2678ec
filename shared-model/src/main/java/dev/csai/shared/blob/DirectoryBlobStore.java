package dev.csai.shared.blob;

import dev.csai.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
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
    public OptionalLong size(BlobKey key) throws IOException {
        try {
            return OptionalLong.of(Files.size(file(key)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public LocalCopy localCopy(BlobKey key, long maxBytes) throws IOException {
        if (size(key).orElseThrow(() -> new NoSuchFileException(key.toString())) > maxBytes) {
            throw new BlobTooLarge(key, maxBytes);
        }
        return new LocalCopy(file(key), false);
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    /** A directory has no address. */
    @Override
    public Optional<URI> presignedUpload(UploadGrant grant) {
        return Optional.empty();
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
