package dev.csai.ingest.extract;

import org.jspecify.annotations.Nullable;

/**
 * One unit of a document's text in reading order, cleaned (NFC, no control characters, single spaces).
 *
 * @param level depth of a heading (1 to 9) or of a list item (1 to 9), otherwise 0
 * @param page page number, counted from 1, where the format has pages
 * @param text never blank; {@code \n} is a line break that the author meant, such as in an address
 */
public record Block(Kind kind, int level, @Nullable Integer page, String text) {
    /** Longer texts are divided, so that one block always fits in memory. */
    public static final int MAX_CHARACTERS = 8_000;

    private static final int MAX_LEVEL = 9;

    public enum Kind {
        HEADING, PARAGRAPH, LIST_ITEM, TABLE_ROW
    }

    public Block {
        if (text.isBlank() || text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a block has 1 to %d characters, not %d".formatted(MAX_CHARACTERS, text.length()));
        }
        if (level < 0 || level > MAX_LEVEL || (page != null && page < 1)) {
            throw new IllegalArgumentException("level %d, page %s".formatted(level, page));
        }
    }
}
