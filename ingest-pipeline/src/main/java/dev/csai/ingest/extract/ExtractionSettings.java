package dev.csai.ingest.extract;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one extraction may cost.
 *
 * @param timeout wall-clock time of the child
 * @param heap of the child's JVM
 * @param maxFile larger files are refused without being opened
 * @param maxCharacters of text in one document
 * @param workDirectory for blocks and the child's temporary files; the system's temporary directory if absent
 * @param classpath of the child; found out from this JVM if absent
 */
@ConfigurationProperties("csai.ingest.extraction")
public record ExtractionSettings(@DefaultValue("60s") Duration timeout, @DefaultValue("256MB") DataSize heap,
        @DefaultValue("50MB") DataSize maxFile, @DefaultValue("10000000") long maxCharacters,
        @Nullable Path workDirectory,
        @Nullable String classpath) {
    public ExtractionSettings {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || heap.toMegabytes() < 32 || maxFile.toBytes() < 1
                || maxCharacters < 1) {
            throw new IllegalArgumentException("extraction needs at least 1 s, 32 MB of heap, and limits above zero");
        }
    }

    public static ExtractionSettings defaults() {
        return new ExtractionSettings(Duration.ofSeconds(60), DataSize.ofMegabytes(256), DataSize.ofMegabytes(50),
                10_000_000, null, null);
    }

    /** The same with another work directory. */
    public ExtractionSettings within(Path directory) {
        return new ExtractionSettings(timeout, heap, maxFile, maxCharacters, directory, classpath);
    }

    public Path directory() {
        return workDirectory == null ? Path.of(System.getProperty("java.io.tmpdir")) : workDirectory;
    }
}
