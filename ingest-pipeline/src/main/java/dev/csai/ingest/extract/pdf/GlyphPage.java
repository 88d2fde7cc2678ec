package dev.csai.ingest.extract.pdf;

import java.util.List;

/**
 * The signs of one page by the direction in which they are written: first the main one, then others, such as a note up
 * the margin.
 *
 * @param pictures whether the page shows any picture, which is what a scan consists of
 */
record GlyphPage(int number, float height, List<List<Glyph>> directions, boolean pictures) {
    GlyphPage {
        directions = List.copyOf(directions);
    }

    boolean hasText() {
        return directions.stream().anyMatch(glyphs -> glyphs.stream().anyMatch(glyph -> !glyph.isBlank()));
    }
}
