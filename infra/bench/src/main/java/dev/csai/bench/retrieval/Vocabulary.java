package dev.csai.bench.retrieval;

import dev.csai.shared.text.Terms;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Made-up words, some of which are frequent and most rare, as in any language, with the terms they are indexed by. */
final class Vocabulary {

    private static final int SIZE = 20_000;
    private static final String CONSONANTS = "bdfgklmnprtvz";
    private static final String VOWELS = "aeiou";
    private static final long SEED = 11;

    /** In the order of the terms, which is the order of the index. */
    private final String[] terms = new String[SIZE];
    private final String[] words = new String[SIZE];
    private final int[] byFrequency = new int[SIZE];
    private final double[] cumulated = new double[SIZE];

    Vocabulary() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, String> wordsByTerm = new TreeMap<>();
        while (wordsByTerm.size() < SIZE) {
            String word = word(random);
            Set<String> found = Terms.ofText(word).frequencies().keySet();
            if (found.size() == 1) {
                wordsByTerm.putIfAbsent(found.iterator().next(), word);
            }
        }
        int next = 0;
        for (var entry : wordsByTerm.entrySet()) {
            terms[next] = entry.getKey();
            words[next] = entry.getValue();
            byFrequency[next] = next;
            next++;
        }
        shuffle(random);
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
    }

    String term(int number) {
        return terms[number];
    }

    String word(int number) {
        return words[number];
    }

    /** The number of a word, by Zipf's law. */
    int draw(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[SIZE - 1]);
        return byFrequency[Math.min(SIZE - 1, found < 0 ? -found - 1 : found)];
    }

    private void shuffle(SplittableRandom random) {
        for (int i = SIZE - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = byFrequency[i];
            byFrequency[i] = byFrequency[other];
            byFrequency[other] = kept;
        }
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int syllables = random.nextInt(2, 5);
        for (int i = 0; i < syllables; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))).toString();
    }
}
