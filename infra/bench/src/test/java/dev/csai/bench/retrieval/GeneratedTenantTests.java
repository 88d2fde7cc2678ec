package dev.csai.bench.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.bench.retrieval.GeneratedTenant.Question;
import dev.csai.shared.TenantId;
import dev.csai.shared.text.Language;
import dev.csai.shared.text.Terms;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GeneratedTenantTests {

    private static final Vocabulary VOCABULARY = new Vocabulary();

    private final GeneratedTenant tenant = new GeneratedTenant(new TenantId(new UUID(1, 2)), 500, 7, VOCABULARY);

    @Test
    void the_same_chunk_can_be_made_again() {
        assertThat(tenant.vector(17)).containsExactly(tenant.vector(17)).isNotEqualTo(tenant.vector(18));
        assertThat(tenant.words(17)).containsExactly(tenant.words(17)).isNotEqualTo(tenant.words(18));
    }

    @Test
    void questions_without_words_are_all_different_and_one_word_of_letters_each() {
        Set<String> texts = new HashSet<>();
        for (int number = 0; number < 300; number++) {
            Question question = tenant.wordless(number);
            assertThat(Terms.ofQuestion(question.text())).hasSize(1);
            assertThat(Language.of(question.text())).isEqualTo(Language.ENGLISH);
            texts.add(question.text());
        }
        assertThat(texts).hasSize(300);
    }
}
