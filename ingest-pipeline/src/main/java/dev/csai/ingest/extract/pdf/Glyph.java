package dev.csai.ingest.extract.pdf;

/**
 * What is drawn as one sign, in points from the upper left corner of the page as it is read.
 *
 * @param y of the baseline
 * @param text usually one character, more for a ligature, in logical order
 */
record Glyph(float x, float y, float width, float fontSize, float spaceWidth, boolean bold, String text) {
    float right() {
        return x + width;
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
