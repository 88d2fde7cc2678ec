package dev.csai.chat.answer;

import dev.csai.shared.text.Language;
import dev.csai.shared.text.QueryWord;
import dev.csai.shared.text.Sentence;
import dev.csai.shared.text.Sentences;
import dev.csai.shared.text.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Picks the sentences of the retrieved passages that answer a question best: those that share its rarest words, that
 * follow one which does, and that hold the kind of thing it asks for. All that stands under the very question answers
 * it.
 */
final class BestSentences {

    private static final int MOST_PICKS = 3;
    private static final int MOST_SENTENCES = 200;

    /** Others come along that are nearly as good as the best. */
    private static final double NEARLY = 0.65;

    /**
     * Those that speak of less of the question must be nearer: next to Friday's hours stand Saturday's, which nobody
     * asked for.
     */
    private static final double NEARLY_WITH_LESS = 0.85;

    /** What the neighbours of a sentence and the whole passage tell about it. */
    private static final double BEFORE = 0.25;

    private static final double AFTER = 0.1;
    private static final double PASSAGE = 0.35;
    private static final double EXPECTED = 0.25;

    /** Passages come best first. */
    private static final double PER_RANK = 0.06;

    private BestSentences() {}

    /**
     * @param sentence word for word as in the passage
     * @param passage index of the passage, from 0
     */
    record Pick(String sentence, int passage) {}

    /** @param shares what the sentence has of the question */
    private record Scored(Sentence sentence, int passage, int place, Set<QueryWord> shares, double score) {

        boolean hasLessThan(Scored other) {
            return other.shares.containsAll(shares) && !shares.containsAll(other.shares);
        }
    }

    /** One to three sentences in reading order, the best passage first; none if no word of the question is there. */
    static List<Pick> pick(String question, Language language, List<Passage> passages) {
        List<List<Sentence>> sentences = passages.stream().map(passage -> Sentences.split(passage.text())).toList();
        List<QueryWord> words = Terms.ofQuestion(question);
        var rarity = Rarity.of(words, sentences.stream().flatMap(List::stream).limit(MOST_SENTENCES).toList());
        Expected expected = Expected.of(question, language);
        List<Scored> scored = new ArrayList<>();
        for (int passage = 0; passage < passages.size(); passage++) {
            scored.addAll(scored(sentences.get(passage), passage, rarity, expected, passages.get(passage)));
        }
        return chosen(scored);
    }

    private static List<Scored> scored(List<Sentence> sentences, int passage, Rarity rarity, Expected expected,
            Passage whole) {
        String heading = whole.heading() == null ? "" : whole.heading();
        boolean asked = rarity.isAsked(heading);
        double inHeading = rarity.coverage(heading);
        double inPassage = rarity.coverage(heading + "\n" + whole.text());
        List<Set<QueryWord>> shares = sentences.stream().limit(MOST_SENTENCES)
                .map(sentence -> asked ? rarity.asked() : rarity.shared(sentence.text())).toList();
        double[] coverage = sentences.stream().limit(MOST_SENTENCES)
                .mapToDouble(sentence -> asked ? 1 : rarity.coverage(sentence.text())).toArray();
        // An answer under its question often repeats none of its words. Where sentences do, their own words tell more.
        double before = asked || Arrays.stream(coverage).allMatch(share -> share == 0) ? inHeading : 0;
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < coverage.length; i++) {
            double near = BEFORE * (i > 0 ? coverage[i - 1] : before)
                    + (i + 1 < coverage.length ? AFTER * coverage[i + 1] : 0);
            if (coverage[i] + near > 0) {
                Sentence sentence = sentences.get(i);
                double score = coverage[i] + near + PASSAGE * inPassage - PER_RANK * passage
                        + (expected.isIn(sentence.text()) ? EXPECTED : 0);
                scored.add(new Scored(sentence, passage, i, shares.get(i), score));
            }
        }
        return scored;
    }

    private static List<Pick> chosen(List<Scored> scored) {
        List<Scored> best = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST_PICKS)
                .toList();
        if (best.isEmpty()) {
            return List.of();
        }
        Scored first = best.getFirst();
        return best.stream()
                .filter(candidate -> candidate
                        .score() >= (candidate.hasLessThan(first) ? NEARLY_WITH_LESS : NEARLY) * first.score())
                .sorted(Comparator.comparingInt(Scored::passage).thenComparingInt(Scored::place))
                .map(candidate -> new Pick(candidate.sentence().text(), candidate.passage()))
                .toList();
    }
}
