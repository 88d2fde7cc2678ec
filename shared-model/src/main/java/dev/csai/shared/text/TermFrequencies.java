package dev.csai.shared.text;

import java.util.Map;

/**
 * The index terms of a text.
 *
 * @param words how many words count for the length of the text
 */
public record TermFrequencies(Map<String, Integer> frequencies, int words) {

    public TermFrequencies {
        frequencies = Map.copyOf(frequencies);
    }
}
