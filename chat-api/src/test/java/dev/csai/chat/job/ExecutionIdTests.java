package dev.csai.chat.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionIdTests {

    @Test
    void an_id_names_the_schema_and_the_number() {
        assertThat(ExecutionId.of("ingest-42")).contains(new ExecutionId("ingest", 42));
        assertThat(new ExecutionId("ingest", 42)).hasToString("ingest-42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "ingest-", "ingest--1", "chat-1", "ingest-1234567890123456789", "ingest-1 "})
    void anything_else_is_no_id(String text) {
        assertThat(ExecutionId.of(text)).isEmpty();
    }
}
