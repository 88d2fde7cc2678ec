package dev.csai.chat.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.retrieval.SearchBed.Passage;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.VectorForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Both forms of the search over the same passages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorFormsIT {

    private static final List<String> WORDS = List.of("refund", "parcel", "warranty", "invoice", "delivery", "garden",
            "bicycle", "holiday", "battery", "receipt");
    private static final int FIRST = 5;
    /** So many that among {@link #COMPARED} passages the arrays' estimates leave none out. */
    private static final int MANY = 30;
    private static final int COMPARED = 40;

    private final Random random = new Random(20_261_121);
    private final SearchBed arrays = new SearchBed(VectorForm.ARRAYS);
    private final SearchBed pgvector = new SearchBed(VectorForm.PGVECTOR);
    /** Somewhat alike, so that no passage is without any score. */
    private final float[] common = direction(0, new float[384]);
    private final List<float[]> topics = IntStream.range(0, 12).mapToObj(i -> direction(1, common)).toList();
    private final TenantId few = new TenantId(UUID.randomUUID());
    private final TenantId small = new TenantId(UUID.randomUUID());
    private final TenantId large = new TenantId(UUID.randomUUID());
    private final List<Passage> passages = passages("own", 240);
    private final List<Passage> foreign = passages("foreign", 1_200);

    @BeforeAll
    void fill() {
        for (SearchBed bed : List.of(arrays, pgvector)) {
            bed.document(few, passages.subList(0, COMPARED / 2));
            bed.document(few, passages.subList(COMPARED / 2, COMPARED));
        }
        pgvector.document(small, passages);
        // Of the same topics, and so much of all there is that the index is walked for it.
        pgvector.document(large, foreign);
        pgvector.analyze();
    }

    @AfterAll
    void close() {
        arrays.close();
        pgvector.close();
    }

    @Test
    void the_same_passages_are_found_with_the_same_scores() {
        for (int question = 0; question < 10; question++) {
            String asked = WORDS.get(question % WORDS.size()) + " number " + question;
            float[] vector = direction(0.8f, topics.get(question % topics.size()));

            List<RetrievedChunk> expected = arrays.find(few, asked, vector, MANY);
            List<RetrievedChunk> found = pgvector.find(few, asked, vector, MANY);

            assertThat(found).as(asked).extracting(RetrievedChunk::text)
                    .containsExactlyElementsOf(expected.stream().map(RetrievedChunk::text).toList());
            for (int rank = 0; rank < MANY; rank++) {
                assertThat(found.get(rank).score()).isEqualTo(expected.get(rank).score(), Offset.offset(1e-6));
                assertThat(found.get(rank).lexicalScore()).isEqualTo(expected.get(rank).lexicalScore());
                assertThat(found.get(rank).coverage()).isEqualTo(expected.get(rank).coverage());
            }
        }
    }

    @Test
    void a_small_tenants_nearest_are_found_exactly_among_many_of_others() {
        for (int question = 0; question < 20; question++) {
            float[] vector = direction(0.8f, topics.get(question % topics.size()));

            assertThat(pgvector.find(small, "zzz", vector, FIRST)).extracting(RetrievedChunk::text)
                    .containsExactlyElementsOf(nearest(passages, vector));
        }
    }

    @Test
    void nearly_all_of_a_large_tenants_nearest_are_found() {
        int found = 0;
        for (int question = 0; question < 20; question++) {
            float[] vector = direction(0.8f, topics.get(question % topics.size()));
            List<String> nearest = nearest(foreign, vector);
            found += (int) pgvector.find(large, "zzz", vector, FIRST).stream().map(RetrievedChunk::text)
                    .filter(nearest::contains).count();
        }

        assertThat(found).isBetween(95, 100);
    }

    @Test
    void a_passage_without_a_vector_is_found_by_its_words_and_has_no_cosine() {
        float[] vector = direction(0, new float[384]);
        for (SearchBed bed : List.of(arrays, pgvector)) {
            TenantId hebrew = new TenantId(UUID.randomUUID());
            bed.document(hebrew, List.of(new Passage("xylophone", null), new Passage("violin", direction(0, vector))));

            assertThat(bed.find(hebrew, "xylophone", vector, 1)).singleElement().satisfies(chunk -> {
                assertThat(chunk.text()).isEqualTo("xylophone");
                assertThat(chunk.cosine()).isNull();
            });
        }
    }

    @Test
    void what_is_not_activated_or_was_deleted_or_is_anothers_is_not_found() {
        TenantId other = new TenantId(UUID.randomUUID());
        float[] vector = topics.getFirst();
        for (SearchBed bed : List.of(arrays, pgvector)) {
            bed.unfinished(other, List.of(new Passage("unfinished", vector)));
            UUID document = bed.document(other, List.of(new Passage("deleted", vector)));
            assertThat(bed.find(other, "deleted", vector, FIRST)).extracting(RetrievedChunk::text)
                    .containsExactly("deleted");

            bed.delete(other, document);

            assertThat(bed.find(other, "deleted", vector, FIRST)).isEmpty();
        }
    }

    private static List<String> nearest(List<Passage> among, float[] vector) {
        return among.stream().filter(passage -> passage.vector() != null)
                .sorted((one, two) -> Double.compare(two.cosine(vector), one.cosine(vector)))
                .limit(FIRST).map(Passage::text).toList();
    }

    private List<Passage> passages(String name, int count) {
        List<Passage> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = "%s %s %s %d".formatted(WORDS.get(random.nextInt(WORDS.size())),
                    WORDS.get(random.nextInt(WORDS.size())), name, i);
            made.add(new Passage(text, i % 10 == 9 ? null : direction(1, topics.get(i % topics.size()))));
        }
        return made;
    }

    /** Of unit length, near another if told to be. */
    private float[] direction(float noise, float[] near) {
        float[] vector = new float[near.length];
        float spread = noise == 0 ? 1 : noise / (float) Math.sqrt(near.length);
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = near[i] + spread * (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
