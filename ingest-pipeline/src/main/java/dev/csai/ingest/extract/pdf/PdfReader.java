package dev.csai.ingest.extract.pdf;

import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.PageCount;
import dev.csai.ingest.extract.RefusedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Reads page by page; lines of all pages are kept until the end, because only together they show what repeats. */
public final class PdfReader {
    private static final long SCRATCH_MEMORY = 32L * 1024 * 1024;
    private static final int MAX_PAGES = 20_000;
    private static final int MAX_LINES = 500_000;

    private final List<TextLine> lines = new ArrayList<>();
    private final Map<Integer, Float> heights = new HashMap<>();
    private int pictureOnly;

    private PdfReader() {}

    public static PageCount read(Path file, BlockSink sink) throws RefusedFile {
        FontMappers.set(new WithoutSystemFonts());
        var scratch = MemoryUsageSetting.setupMixed(SCRATCH_MEMORY).streamCache;
        try (RandomAccessRead pdf = new RandomAccessReadBufferedFile(file);
                PDDocument document = Loader.loadPDF(pdf, "", null, null, scratch)) {
            return new PdfReader().read(document, sink);
        } catch (InvalidPasswordException e) {
            throw new RefusedFile(ExtractionProblem.ENCRYPTED, e);
        } catch (IOException e) {
            throw new RefusedFile(ExtractionProblem.CORRUPT, e);
        }
    }

    private PageCount read(PDDocument document, BlockSink sink) throws IOException, RefusedFile {
        var collector = new GlyphCollector();
        int number = 0;
        for (PDPage page : document.getPages()) {
            if (++number > MAX_PAGES || lines.size() > MAX_LINES) {
                throw new RefusedFile(ExtractionProblem.TOO_LARGE,
                        "more than %d pages or %d lines".formatted(MAX_PAGES, MAX_LINES));
            }
            take(collector.collect(page, number));
        }
        if (number == 0) {
            throw new RefusedFile(ExtractionProblem.CORRUPT, "no pages");
        }
        if (lines.isEmpty()) {
            throw new RefusedFile(pictureOnly > 0 ? ExtractionProblem.IMAGE_ONLY : ExtractionProblem.EMPTY,
                    "%d pages without text".formatted(number));
        }
        Paragraphs.write(RunningLines.without(lines, heights), sink);
        return new PageCount(number, pictureOnly);
    }

    private void take(GlyphPage page) {
        if (page.hasText()) {
            lines.addAll(Lines.of(page));
            heights.put(page.number(), page.height());
        } else if (page.pictures()) {
            pictureOnly++;
        }
    }
}
