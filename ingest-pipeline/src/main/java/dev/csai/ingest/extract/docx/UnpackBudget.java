package dev.csai.ingest.extract.docx;

import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * How much a package may unpack to. What its directory declares is judged first, what really comes out is counted all
 * the same, because the directory is part of the hostile file.
 */
final class UnpackBudget {
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_BYTES = 200L * 1024 * 1024;
    /** Deflate cannot do better than 1032 to 1, so a larger claim is a damaged directory. */
    private static final long IMPOSSIBLE_RATIO = 1_100;
    /** XML of real documents packs up to some 40 to 1. */
    private static final long SUSPICIOUS_RATIO = 200;
    private static final long RATIO_COUNTS_FROM_BYTES = 4L * 1024 * 1024;

    private long bytesLeft = MAX_BYTES;

    /** Passes through parsers as an I/O error. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }

    private UnpackBudget() {}

    static UnpackBudget of(ZipFile zip) throws RefusedFile {
        if (zip.size() > MAX_ENTRIES) {
            throw new RefusedFile(ExtractionProblem.BOMB, "%d entries".formatted(zip.size()));
        }
        long declared = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            ZipEntry entry = entries.nextElement();
            if (entry.getSize() > IMPOSSIBLE_RATIO * (entry.getCompressedSize() + 1)) {
                throw new RefusedFile(ExtractionProblem.CORRUPT,
                        "an entry declares %d bytes".formatted(entry.getSize()));
            }
            declared += Math.max(0, entry.getSize());
        }
        if (declared > MAX_BYTES) {
            throw new RefusedFile(ExtractionProblem.BOMB, "%d bytes unpacked".formatted(declared));
        }
        return new UnpackBudget();
    }

    /** Only parts that are unpacked are judged by their ratio: an empty drawing may well pack to nothing. */
    InputStream meter(ZipEntry entry, InputStream in) throws Exceeded {
        var metered = new Metered(in, Math.max(RATIO_COUNTS_FROM_BYTES, SUSPICIOUS_RATIO * entry.getCompressedSize()));
        if (entry.getSize() > metered.partLeft) {
            throw new Exceeded(
                    "a part declares %d bytes packed to %d".formatted(entry.getSize(), entry.getCompressedSize()));
        }
        return metered;
    }

    private final class Metered extends FilterInputStream {
        private long partLeft;

        Metered(InputStream in, long partLeft) {
            super(in);
            this.partLeft = partLeft;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            spend(Math.max(0, read));
            return read;
        }

        private void spend(int bytes) throws Exceeded {
            bytesLeft -= bytes;
            partLeft -= bytes;
            if (bytesLeft < 0 || partLeft < 0) {
                throw new Exceeded("a part unpacks to more than its size or the package allows");
            }
        }
    }
}
