package dev.csai.shared.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.ai.embedding.EmbeddingResponse;

class MiniLmEmbeddingModelTests {

    private static final MiniLmEmbeddingModel MODEL = new MiniLmEmbeddingModel(1);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static double cosine(String one, String other) {
        float[] a = MODEL.embed(one);
        float[] b = MODEL.embed(other);
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    void makes_vectors_of_unit_length() {
        assertThat(MODEL.embed("Where is my parcel?")).hasSize(MODEL.dimensions());
        assertThat(cosine("Where is my parcel?", "Where is my parcel?")).isCloseTo(1, within(1e-5));
    }

    @Test
    void puts_like_meanings_near_each_other() {
        assertThat(cosine("Where is my parcel?", "My package has not arrived."))
                .isGreaterThan(cosine("Where is my parcel?", "We close at noon on Fridays.") + 0.3);
    }

    @Test
    void counts_its_own_tokens() {
        EmbeddingResponse response = MODEL.embedForResponse(List.of("hello world", "hello"));

        assertThat(MODEL.tokens("hello world")).isEqualTo(2);
        // Two texts, each framed by two tokens.
        assertThat(response.getMetadata().getUsage().getPromptTokens()).isEqualTo(7);
        assertThat(response.getMetadata().getModel()).isEqualTo(MiniLmEmbeddingModel.NAME);
    }

    @Test
    void counts_tokens_of_texts_longer_than_it_reads() {
        assertThat(MODEL.tokens("word ".repeat(50_000))).isEqualTo(50_000);
        assertThat(MODEL.embed("word ".repeat(50_000))).hasSize(384);
    }

    @Test
    void embeds_what_has_no_words() {
        assertThat(MODEL.embed("")).hasSize(384).doesNotContain(Float.NaN);
        assertThat(MODEL.tokens("")).isZero();
    }

    @Test
    void gives_concurrent_callers_the_vectors_of_their_own_texts() throws Exception {
        List<String> texts = IntStream.range(0, 8).mapToObj(i -> "Order number " + i + " is late").toList();
        List<float[]> alone = texts.stream().map(MODEL::embed).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var together = texts.stream().map(text -> threads.submit(() -> MODEL.embed(text))).toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void sketches_differ_as_far_as_the_vectors_do() {
        String asked = Signature.of(MODEL.embed("Where is my parcel?"));

        assertThat(asked).hasSize(1536).matches("[01]+");
        assertThat(differing(asked, Signature.of(MODEL.embed("My package has not arrived."))))
                .isLessThan(differing(asked, Signature.of(MODEL.embed("We close at noon on Fridays."))));
        assertThat(Signature.of(MODEL.embed("Where is my parcel?"))).isEqualTo(asked);
    }

    private static long differing(String one, String other) {
        return IntStream.range(0, one.length()).filter(i -> one.charAt(i) != other.charAt(i)).count();
    }
}
