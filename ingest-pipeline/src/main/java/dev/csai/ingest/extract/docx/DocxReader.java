package dev.csai.ingest.extract.docx;

import dev.csai.ingest.extract.Block.Kind;
import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.RefusedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads body, notes, headers and footers; of everything else in the package, macros and templates included, nothing. */
public final class DocxReader {
    /** In the order in which they are read after the body. */
    private static final List<String> STORIES = List.of("footnotes", "endnotes", "header", "footer");

    private DocxReader() {}

    public static void read(Path file, BlockSink sink) throws IOException, RefusedFile {
        try (WordPackage word = WordPackage.open(file)) {
            String main = word.mainPart();
            Relationships relationships = word.relationshipsOf(main);
            Styles styles = Styles.none();
            for (String part : relationships.targets("styles")) {
                styles = word.read(part, Styles::read, styles);
            }
            Styles known = styles;
            word.readRequired(main, xml -> Story.read(xml, known, sink));
            BlockSink onceEach = new OnceEach(sink);
            for (String story : STORIES) {
                for (String part : relationships.targets(story)) {
                    word.readIfPresent(part, xml -> Story.read(xml, known, onceEach));
                }
            }
        }
    }

    /** The headers of a document's first page, odd and even pages mostly say the same. */
    private static final class OnceEach implements BlockSink {
        private final BlockSink sink;
        private final Set<String> seen = new HashSet<>();

        OnceEach(BlockSink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(Kind kind, int level, @Nullable Integer page, String rawText) throws RefusedFile {
            if (seen.add(rawText.strip())) {
                sink.accept(kind, level, page, rawText);
            }
        }
    }
}
