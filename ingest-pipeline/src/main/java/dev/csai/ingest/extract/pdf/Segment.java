package dev.csai.ingest.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Signs on one baseline without a gap as wide as that between columns.
 *
 * @param row number that segments on the same baseline share, however far apart they are
 * @param pieces words and the spaces between them, sign by sign from left to right
 */
record Segment(int row, float left, float right, float y, float fontSize, boolean bold, List<String> pieces) {
    /** A space is narrower than its font says where text is set tight. */
    private static final float SPACE = 0.5f;
    private static final float NARROWEST_SPACE = 0.12f;
    private static final float WIDEST_SPACE = 0.18f;
    /** A space sign between letters that touch is left over from editing. */
    private static final float REAL_SPACE = 0.05f;

    Segment {
        pieces = List.copyOf(pieces);
    }

    float width() {
        return right - left;
    }

    String visualText() {
        return String.join("", pieces);
    }

    int characters() {
        return pieces.stream().mapToInt(String::length).sum();
    }

    /** @param glyphs from left to right, at least one not blank */
    static Segment of(int row, List<Glyph> glyphs) {
        var pieces = new ArrayList<String>();
        Glyph previous = null;
        boolean spaceSign = false;
        int boldLetters = 0;
        int letters = 0;
        float right = Float.NEGATIVE_INFINITY;
        var sizes = new ArrayList<Glyph>();
        for (Glyph glyph : glyphs) {
            if (glyph.isBlank()) {
                spaceSign = previous != null;
                continue;
            }
            if (previous != null && isSpace(glyph.x() - right, glyph, previous, spaceSign)) {
                pieces.add(" ");
            }
            pieces.add(glyph.text());
            spaceSign = false;
            letters++;
            boldLetters += glyph.bold() ? 1 : 0;
            right = Math.max(right, glyph.right());
            sizes.add(glyph);
            previous = glyph;
        }
        sizes.sort(Comparator.comparingDouble(Glyph::fontSize));
        // The usual size: neither an initial nor a footnote mark makes the line.
        Glyph usual = sizes.get(sizes.size() / 2);
        float left = glyphs.stream().filter(glyph -> !glyph.isBlank()).map(Glyph::x).min(Float::compare).orElseThrow();
        return new Segment(row, left, right, usual.y(), usual.fontSize(), boldLetters * 2 > letters, pieces);
    }

    private static boolean isSpace(float gap, Glyph glyph, Glyph previous, boolean spaceSign) {
        float size = Math.min(glyph.fontSize(), previous.fontSize());
        float space = Math.clamp(Math.min(glyph.spaceWidth(), previous.spaceWidth()) * SPACE, NARROWEST_SPACE * size,
                WIDEST_SPACE * size);
        return gap > (spaceSign ? REAL_SPACE * size : space);
    }
}
