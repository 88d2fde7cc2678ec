package dev.csai.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where sentences begin and end. {@link java.text.BreakIterator} splits after every abbreviation and initial ("U.S.
 * President", "Dr. Cohen") and joins lines of a list, so the borders are found here.
 */
public final class Sentences {

    /** Abbreviations a name or number usually follows, lower case, without the final full stop. */
    private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "rev",
            "gen", "col", "lt", "sgt", "capt", "hon", "no", "nos", "vs", "etc", "e.g", "i.e", "cf", "fig", "vol", "pp",
            "p", "art", "sec", "approx", "ca", "c", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct",
            "nov", "dec", "inc", "ltd", "co", "corp", "dept", "tel", "ext", "min", "max", "u.s", "u.k", "a.m", "p.m",
            "עמ", "מס", "טל", "רח", "שד");

    /** Those that as often end a sentence: the next word's capital letter decides. */
    private static final Set<String> MAY_END = Set.of("etc", "inc", "ltd", "co", "corp", "u.s", "u.k", "a.m", "p.m",
            "no",
            "min", "max", "ext", "c", "p");

    private Sentences() {}

    /** The sentences of a text in order. A line feed always ends one. Every character but white space is in one. */
    public static List<Sentence> split(String text) {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = endAt(text, start, at);
            if (end > 0) {
                add(sentences, text, start, end);
                start = end;
                at = end - 1;
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    /** The offset just past the sentence that ends with the character at {@code at}, or 0 if none ends there. */
    private static int endAt(String text, int start, int at) {
        char mark = text.charAt(at);
        if (mark == '\n' || mark == '\u2029') {
            return at + 1;
        }
        if (!endsSentence(mark)) {
            return 0;
        }
        int end = at + 1;
        while (end < text.length() && (endsSentence(text.charAt(end)) || closes(text.charAt(end)))) {
            end++;
        }
        if (end == text.length() || isFullWidth(mark)) {
            return end;
        }
        if (!Character.isWhitespace(text.charAt(end))) {
            return 0;
        }
        return mark == '.' && end == at + 1 && goesOn(text, start, at) ? 0 : end;
    }

    /** Whether the full stop at {@code stop} belongs to an abbreviation, an initial or the number of a list item. */
    private static boolean goesOn(String text, int start, int stop) {
        int next = stop + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
            return true;
        }
        int begin = stop;
        while (begin > start && isOfWord(text.charAt(begin - 1))) {
            begin--;
        }
        String word = text.substring(begin, stop).toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return false;
        }
        if (isNumberOfItem(text, start, begin, word)) {
            return true;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(text.charAt(begin));
        if (initial) {
            return true;
        }
        if (!ABBREVIATIONS.contains(word)) {
            return false;
        }
        boolean capital = next < text.length() && Character.isUpperCase(text.charAt(next));
        return !(capital && MAY_END.contains(word));
    }

    private static boolean isNumberOfItem(String text, int start, int begin, String word) {
        return word.length() <= 2 && word.chars().allMatch(Character::isDigit)
                && text.substring(start, begin).isBlank();
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '.';
    }

    private static boolean endsSentence(char character) {
        return switch (character) {
            case '.', '!', '?', '…', '؟', '۔' -> true;
            default -> isFullWidth(character);
        };
    }

    private static boolean isFullWidth(char character) {
        return character == '。' || character == '！' || character == '？';
    }

    private static boolean closes(char character) {
        return switch (character) {
            case '"', '\'', ')', ']', '”', '’', '»', '״', '」' -> true;
            default -> false;
        };
    }

    private static void add(List<Sentence> sentences, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(new Sentence(start, end, text.substring(start, end)));
        }
    }
}
