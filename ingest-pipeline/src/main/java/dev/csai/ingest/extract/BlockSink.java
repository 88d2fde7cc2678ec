package dev.csai.ingest.extract;

import dev.csai.ingest.extract.Block.Kind;
import org.jspecify.annotations.Nullable;

/** Takes the blocks of a document in reading order, with raw text; what has no letter or digit is left out. */
public interface BlockSink {
    /** @throws RefusedFile when the document has more text than is allowed */
    void accept(Kind kind, int level, @Nullable Integer page, String rawText) throws RefusedFile;

    default void paragraph(String rawText) throws RefusedFile {
        accept(Kind.PARAGRAPH, 0, null, rawText);
    }

    default void heading(int level, String rawText) throws RefusedFile {
        accept(Kind.HEADING, level, null, rawText);
    }

    default void listItem(int level, String rawText) throws RefusedFile {
        accept(Kind.LIST_ITEM, level, null, rawText);
    }

    default void tableRow(String rawText) throws RefusedFile {
        accept(Kind.TABLE_ROW, 0, null, rawText);
    }
}
