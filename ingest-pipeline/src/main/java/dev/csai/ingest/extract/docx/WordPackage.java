package dev.csai.ingest.extract.docx;

import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an OOXML package, opened only as XML and only within the limits of {@link UnpackBudget}. */
final class WordPackage implements Closeable {
    private static final String DEFAULT_MAIN_PART = "word/document.xml";

    private final ZipFile zip;
    private final UnpackBudget budget;

    @FunctionalInterface
    interface XmlFunction<T> {
        T read(XMLStreamReader xml) throws XMLStreamException, RefusedFile;
    }

    @FunctionalInterface
    interface XmlConsumer {
        void read(XMLStreamReader xml) throws XMLStreamException, RefusedFile;
    }

    private WordPackage(ZipFile zip, UnpackBudget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static WordPackage open(Path file) throws IOException, RefusedFile {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new RefusedFile(ExtractionProblem.CORRUPT, e);
        }
        try {
            return new WordPackage(zip, UnpackBudget.of(zip));
        } catch (RefusedFile e) {
            zip.close();
            throw e;
        }
    }

    String mainPart() throws RefusedFile {
        return relationshipsOf("").targets("officeDocument").stream().findFirst().orElse(DEFAULT_MAIN_PART);
    }

    Relationships relationshipsOf(String part) throws RefusedFile {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String rels = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        return read(rels, xml -> Relationships.read(xml, folder), Relationships.none());
    }

    <T> T read(String part, XmlFunction<T> reader, T absent) throws RefusedFile {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return absent;
        }
        try (InputStream in = budget.meter(entry, zip.getInputStream(entry))) {
            return SafeXml.read(in, reader);
        } catch (UnpackBudget.Exceeded e) {
            throw new RefusedFile(ExtractionProblem.BOMB, e);
        } catch (IOException e) {
            // Nothing but the file is read here; what its bytes lack shows as one kind of I/O error or another.
            throw new RefusedFile(ExtractionProblem.CORRUPT, e);
        }
    }

    void readIfPresent(String part, XmlConsumer reader) throws RefusedFile {
        read(part, xml -> {
            reader.read(xml);
            return true;
        }, false);
    }

    void readRequired(String part, XmlConsumer reader) throws RefusedFile {
        boolean present = read(part, xml -> {
            reader.read(xml);
            return true;
        }, false);
        if (!present) {
            throw new RefusedFile(ExtractionProblem.CORRUPT, "no part " + part);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
