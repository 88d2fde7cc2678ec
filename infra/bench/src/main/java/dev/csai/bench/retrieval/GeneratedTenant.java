package dev.csai.bench.retrieval;

import dev.csai.shared.TenantId;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A tenant whose chunks have words by Zipf's law and vectors around some topics. */
final class GeneratedTenant {

    static final int WORDS_OF_A_CHUNK = 60;
    /** Chunks of a document, but for its last. */
    static final int CHUNKS_OF_A_DOCUMENT = 50;

    private static final int CHUNKS_OF_A_TOPIC = 25;
    private static final int WORDS_OF_A_QUESTION = 5;
    /** Of what all texts of a tenant have in common, of the topic, and of the chunk itself, as shares of the topic's. */
    private static final float COMMON = 0.6f;
    private static final float OWN = 1.2f;
    private static final float QUESTION = 0.9f;

    private final TenantId id;
    private final int size;
    private final long seed;
    private final Vocabulary vocabulary;

    GeneratedTenant(TenantId id, int size, long seed, Vocabulary vocabulary) {
        this.id = id;
        this.size = size;
        this.seed = seed;
        this.vocabulary = vocabulary;
    }

    TenantId id() {
        return id;
    }

    int size() {
        return size;
    }

    /** Time-ordered like the tenant's, and made of it, so that a document can be found again. */
    UUID document(int number) {
        return new UUID(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits() ^ (number + 1L));
    }

    int[] words(int chunk) {
        SplittableRandom random = new SplittableRandom(seed(3, chunk));
        return IntStream.range(0, WORDS_OF_A_CHUNK).map(i -> vocabulary.draw(random)).toArray();
    }

    String text(int[] words) {
        return IntStream.of(words).mapToObj(vocabulary::word).collect(Collectors.joining(" "));
    }

    float[] vector(int chunk) {
        long topic = new SplittableRandom(seed(2, chunk)).nextLong(1 + size / CHUNKS_OF_A_TOPIC);
        float[] about = Directions.mixed(Directions.random(seed(1, topic)), Directions.random(seed), COMMON);
        return Directions.mixed(about, Directions.random(seed(4, chunk)), OWN);
    }

    /** The n-th question: words of one of the chunks, and a vector near that chunk's. */
    Question question(int number) {
        int chunk = chunkAsked(number);
        int[] words = words(chunk);
        String text = new SplittableRandom(seed(6, number)).ints(0, words.length).distinct().limit(WORDS_OF_A_QUESTION)
                .mapToObj(place -> vocabulary.word(words[place])).collect(Collectors.joining(" "));
        return new Question(this, text, near(chunk, number));
    }

    /** The same in a word that nobody has, so that meaning alone decides. */
    Question wordless(int number) {
        String unknown = Long.toString(Math.abs(seed(7, number)), 26);
        StringBuilder letters = new StringBuilder("xx");
        // Letters only, or the word would fall apart; and another for each number, for vectors are remembered by text.
        unknown.chars().forEach(digit -> letters.append((char) (digit <= '9' ? digit - '0' + 'q' : digit)));
        return new Question(this, letters.toString(), near(chunkAsked(number), number));
    }

    /** @param text of which the vector is the embedding */
    // Compared by nobody, and the same array all its life.
    @SuppressWarnings("ArrayRecordComponent")
    record Question(GeneratedTenant tenant, String text, float[] vector) {}

    private int chunkAsked(int number) {
        return new SplittableRandom(seed(5, number)).nextInt(size);
    }

    private float[] near(int chunk, int number) {
        return Directions.mixed(vector(chunk), Directions.random(seed(8, number)), QUESTION);
    }

    private long seed(int purpose, long number) {
        return (seed * 31 + purpose) * 10_000_019L + number;
    }
}
