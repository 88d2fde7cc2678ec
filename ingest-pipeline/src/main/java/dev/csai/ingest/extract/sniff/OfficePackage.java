package dev.csai.ingest.extract.sniff;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells a Word document from every other zip by the content types that an OOXML package must declare. */
final class OfficePackage {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD = "wordprocessingml";
    private static final int MAX_CONTENT_TYPES_BYTES = 1024 * 1024;

    private OfficePackage() {}

    static Sniffed sniff(Path file) throws IOException, RefusedFile {
        try (var zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry(CONTENT_TYPES);
            if (types == null) {
                throw new RefusedFile(ExtractionProblem.UNSUPPORTED_TYPE, "zip without content types");
            }
            try (InputStream in = zip.getInputStream(types)) {
                if (!new String(in.readNBytes(MAX_CONTENT_TYPES_BYTES), UTF_8).contains(WORD)) {
                    throw new RefusedFile(ExtractionProblem.UNSUPPORTED_TYPE, "an OOXML package, but not of Word");
                }
            }
            return new Sniffed.Docx();
        } catch (ZipException | EOFException e) {
            throw new RefusedFile(ExtractionProblem.CORRUPT, e);
        }
    }
}
