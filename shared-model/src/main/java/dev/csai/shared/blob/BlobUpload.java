package dev.csai.shared.blob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes on their way into the store, counted and hashed as they come. For one thread at a time. */
public final class BlobUpload implements Closeable {

    /** Puts the finished file in its place. */
    interface Placement {
        void place(Path file) throws IOException;
    }

    private final BlobKey key;
    private final long maxBytes;
    private final Path file;
    private final FileChannel channel;
    private final Placement placement;
    private final MessageDigest digest = sha256();
    private long size;

    BlobUpload(BlobKey key, long maxBytes, Path file, Placement placement) throws IOException {
        this.key = key;
        this.maxBytes = maxBytes;
        this.file = file;
        this.placement = placement;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Takes all remaining bytes; the buffer may be reused afterwards. */
    public void append(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        if (size > maxBytes) {
            throw new BlobTooLarge(key, maxBytes);
        }
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Returns when the bytes are on disk under their key; an earlier blob of that key is replaced. */
    public StoredBlob commit() throws IOException {
        channel.force(true);
        channel.close();
        placement.place(file);
        return new StoredBlob(key, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Drops the bytes unless they were committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
