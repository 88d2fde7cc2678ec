package dev.csai.chat.answer;

import dev.csai.shared.text.Sentence;
import dev.csai.shared.text.Sentences;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether a passage bears out what was just said. */
final class Support {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern DIGIT = Pattern.compile(".*\\p{N}.*");
    /** A sentence quoted word for word has 1; one put in other words keeps most of its own. */
    private static final double SHARE = 0.6;

    private Support() {}

    /**
     * Takes the last sentence of the text: six tenths of its words stand in the passage, and all of its numbers do,
     * for a wrong number is the costliest mistake.
     */
    static boolean of(String said, String passage) {
        List<Sentence> sentences = Sentences.split(said);
        if (sentences.isEmpty()) {
            return false;
        }
        List<String> words = words(sentences.getLast().text());
        Set<String> known = new HashSet<>(words(passage));
        long found = words.stream().filter(known::contains).count();
        return !words.isEmpty() && found >= SHARE * words.size()
                && words.stream().filter(word -> DIGIT.matcher(word).matches()).allMatch(known::contains);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    }
}
