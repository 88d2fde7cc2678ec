package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTests {

    @Test
    void generates_well_formed_keys_that_differ() {
        var keys = Stream.generate(KeyText::generate).limit(1000).collect(Collectors.toSet());

        assertThat(keys).hasSize(1000).allMatch(KeyText::isPublishable);
    }

    @Test
    void generates_secret_keys_of_the_same_strength() {
        var keys = Stream.generate(KeyText::generateSecret).limit(1000).collect(Collectors.toSet());

        assertThat(keys).hasSize(1000).allMatch(KeyText::isSecret).noneMatch(KeyText::isPublishable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pk_", "sk_", "pk_0123456789abcdefghijABCDEFGHIJ0",
            "sk_0123456789abcdefghijABCDEFGHIJ012", "sk_0123456789abcdefghijABCDEFGHIJ0-",
            "pk_0123456789abcdefghijABCDEFGHIJ01\n", "0123456789abcdefghijABCDEFGHIJ01",
            "SK_0123456789abcdefghijABCDEFGHIJ01", " sk_0123456789abcdefghijABCDEFGHIJ01"})
    void knows_what_cannot_be_a_key(String text) {
        assertThat(KeyText.isPublishable(text)).isFalse();
        assertThat(KeyText.isSecret(text)).isFalse();
    }
}
