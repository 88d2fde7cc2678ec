package dev.csai.shared.blob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A blob's bytes as a file, for as long as it is open.
 *
 * @param temporary whether the file was made for this copy and goes with it
 */
public record LocalCopy(Path file, boolean temporary) implements Closeable {

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }
}
