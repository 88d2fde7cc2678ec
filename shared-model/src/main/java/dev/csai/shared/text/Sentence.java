package dev.csai.shared.text;

/**
 * One sentence of a text, without the white space around it.
 *
 * @param start offset of its first character in the text
 * @param end offset just past its last character
 */
public record Sentence(int start, int end, String text) {

    public Sentence {
        if (start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException("Offsets do not fit the sentence: " + start + " to " + end);
        }
    }
}
