package dev.csai.shared.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The terms a text is indexed and looked up by. Words in Latin letters are stemmed. Words of other scripts, which carry
 * their articles, prepositions and endings as letters, are cut into overlapping pieces of four letters, the end of the
 * word being one: of the ways tried on Hebrew questions (whole words, prefix letters taken off, pieces of three to
 * five) this found most.
 */
public final class Terms {

    /** Distinct terms of one indexed text; an ordinary chunk has some hundred. */
    static final int MOST_TERMS = 4_000;

    /** Distinct words of one question that are looked up. */
    static final int MOST_QUERY_WORDS = 40;

    private static final int GRAM = 4;
    private static final String END = "_";

    /** The letters that Hebrew writes together with the next word: and, the, in, to, from, that, as. */
    private static final String PREFIX_LETTERS = "והבלמשכ";

    private Terms() {}

    public static TermFrequencies ofText(String text) {
        var stemmer = new EnglishStemmer();
        var frequencies = new HashMap<String, Integer>();
        int words = 0;
        for (String word : Words.of(text)) {
            if (!StopWords.inIndex(word)) {
                words++;
                for (String term : terms(word, stemmer)) {
                    if (frequencies.size() < MOST_TERMS || frequencies.containsKey(term)) {
                        frequencies.merge(term, 1, Integer::sum);
                    }
                }
            }
        }
        return new TermFrequencies(frequencies, words);
    }

    /**
     * The words of a question. They are analysed like a text's, but words such as "what" and "how" are left out, unless
     * nothing else is there.
     */
    public static List<QueryWord> ofQuestion(String question) {
        List<String> words = Words.of(question);
        List<String> telling = words.stream().filter(word -> !StopWords.inQuery(word)).toList();
        return queryWords(telling.isEmpty() ? words : telling);
    }

    private static List<QueryWord> queryWords(List<String> words) {
        var stemmer = new EnglishStemmer();
        Map<Set<String>, QueryWord> distinct = new LinkedHashMap<>();
        for (String word : words) {
            Set<String> terms = terms(word, stemmer);
            if (distinct.size() < MOST_QUERY_WORDS) {
                distinct.putIfAbsent(terms, new QueryWord(word, List.copyOf(terms)));
            }
        }
        return new ArrayList<>(distinct.values());
    }

    private static Set<String> terms(String word, EnglishStemmer stemmer) {
        int letter = word.codePoints().filter(Character::isLetter).findFirst().orElse('a');
        return switch (Language.ofLetter(letter)) {
            case ENGLISH -> Set.of(stem(word, stemmer));
            case HEBREW -> hebrew(withoutFinalForms(word));
            case OTHER -> grams(word);
        };
    }

    private static String stem(String word, EnglishStemmer stemmer) {
        stemmer.setCurrent(word);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return stem.isEmpty() ? word : stem;
    }

    private static Set<String> hebrew(String word) {
        Set<String> terms = grams(word);
        boolean isShort = word.length() == GRAM || word.length() == GRAM - 1;
        if (isShort && PREFIX_LETTERS.indexOf(word.charAt(0)) >= 0) {
            terms.addAll(grams(word.substring(1)));
        }
        return terms;
    }

    private static Set<String> grams(String word) {
        Set<String> grams = new LinkedHashSet<>();
        // By letters, not by chars: half of a surrogate pair is no text, and the database would keep a question mark.
        int[] letters = (word + END).codePoints().toArray();
        if (letters.length <= GRAM) {
            grams.add(word + END);
        }
        for (int from = 0; from + GRAM <= letters.length; from++) {
            grams.add(new String(letters, from, GRAM));
        }
        return grams;
    }

    private static String withoutFinalForms(String word) {
        return word.replace('ך', 'כ').replace('ם', 'מ').replace('ן', 'נ').replace('ף', 'פ').replace('ץ', 'צ');
    }
}
