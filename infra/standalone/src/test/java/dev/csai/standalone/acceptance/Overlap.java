package dev.csai.standalone.acceptance;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How much two texts say the same, measured as the scorer beside the test data does. */
final class Overlap {

    private static final int WORDS = 3;
    /** Hebrew points, zero-width and bidirectional marks, byte-order marks. */
    private static final Pattern MARKS = Pattern
            .compile("[\u0591-\u05c7\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]");

    private Overlap() {}

    /** Whether half of the word 3-grams of the shorter text stand in the other. */
    static boolean isHit(String chunk, String gold) {
        return of(chunk, gold) >= 0.5;
    }

    static double of(String one, String other) {
        Set<List<String>> first = shingles(one);
        Set<List<String>> second = shingles(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long shared = first.stream().filter(second::contains).count();
        return (double) shared / Math.min(first.size(), second.size());
    }

    private static Set<List<String>> shingles(String text) {
        List<String> words = Arrays.stream(folded(text).split(" ")).filter(word -> !word.isEmpty()).toList();
        if (words.size() < WORDS) {
            return words.isEmpty() ? Set.of() : Set.of(words);
        }
        return IntStream.rangeClosed(0, words.size() - WORDS).mapToObj(at -> words.subList(at, at + WORDS))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Compatibility forms, no marks, lower case, every other character than letters and digits a space. */
    static String folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        return plain.codePoints()
                .mapToObj(point -> Character.isLetterOrDigit(point) || isOtherNumber(point)
                        ? Character.toString(point)
                        : " ")
                .collect(Collectors.joining()).strip().replaceAll(" +", " ");
    }

    /** What Python's {@code isalnum} takes and {@code isLetterOrDigit} does not. */
    private static boolean isOtherNumber(int point) {
        int type = Character.getType(point);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
