package dev.csai.chat.answer;

import dev.csai.shared.text.QueryWord;
import dev.csai.shared.text.Sentence;
import dev.csai.shared.text.Terms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of a question, each weighed by how few of some sentences have it.
 *
 * @param terms of those sentences, by their text: each is looked at several times, and to analyse it takes long
 */
record Rarity(List<QueryWord> words, List<Double> weights, Map<String, Set<String>> terms) {

    Rarity {
        words = List.copyOf(words);
        weights = List.copyOf(weights);
        terms = Map.copyOf(terms);
    }

    static Rarity of(List<QueryWord> words, List<Sentence> sentences) {
        Map<String, Set<String>> known = sentences.stream().map(Sentence::text).distinct()
                .collect(Collectors.toMap(Function.identity(), Rarity::analysed));
        List<Set<String>> terms = sentences.stream().map(sentence -> known.getOrDefault(sentence.text(), Set.of()))
                .toList();
        List<Double> weights = words.stream().map(word -> {
            double having = terms.stream().mapToDouble(present -> share(word, present)).sum();
            return Math.log(1 + (terms.size() + 1) / (having + 0.5));
        }).toList();
        return new Rarity(words, weights, known);
    }

    /** From 0 to 1. */
    double coverage(String text) {
        Set<String> present = terms(text);
        double covered = 0;
        double all = 0;
        for (int i = 0; i < words.size(); i++) {
            covered += weights.get(i) * share(words.get(i), present);
            all += weights.get(i);
        }
        return all == 0 ? 0 : covered / all;
    }

    /** Whether the innermost heading is the question, however its words are put. */
    boolean isAsked(String heading) {
        String innermost = heading.substring(heading.lastIndexOf(Passage.BELOW) + 1);
        return !words.isEmpty() && asked().equals(Set.copyOf(Terms.ofQuestion(innermost)));
    }

    Set<QueryWord> asked() {
        return Set.copyOf(words);
    }

    /** Those of the words that the text has, at least in part. */
    Set<QueryWord> shared(String text) {
        Set<String> present = terms(text);
        return words.stream().filter(word -> share(word, present) > 0).collect(Collectors.toSet());
    }

    private static double share(QueryWord word, Set<String> present) {
        return (double) word.terms().stream().filter(present::contains).count() / word.terms().size();
    }

    private Set<String> terms(String text) {
        Set<String> known = terms.get(text);
        return known == null ? analysed(text) : known;
    }

    private static Set<String> analysed(String text) {
        return Terms.ofText(text).frequencies().keySet();
    }
}
