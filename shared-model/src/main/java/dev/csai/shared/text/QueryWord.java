package dev.csai.shared.text;

import java.util.List;

/**
 * One word of a question and the index terms it is looked up by. A word counts once, however many terms it has: each
 * of them carries an equal part of its weight.
 */
public record QueryWord(String word, List<String> terms) {

    public QueryWord {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("A word without terms cannot be looked up: " + word);
        }
    }
}
