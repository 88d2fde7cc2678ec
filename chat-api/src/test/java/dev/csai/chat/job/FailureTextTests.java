package dev.csai.chat.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTextTests {

    @Test
    void a_sentence_of_the_jobs_owner_is_told_as_it_is() {
        assertThat(FailureText.of("FAILED", "The document's bytes are not in the store.", "extract"))
                .isEqualTo("The document's bytes are not in the store.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "java.lang.IllegalStateException: password=hunter2\n\tat a.b.C.d(C.java:1)",
            "See dev.csai.ingest.job.Extract for more.", "It met a NoSuchFileException.", "Token sk_live_1=2.",
            "no capital letter."})
    void anything_else_is_replaced_by_the_step_that_failed(String message) {
        assertThat(FailureText.of("FAILED", message, "extract"))
                .isEqualTo("The step 'extract' failed; the log tells why.");
        assertThat(FailureText.of("UNKNOWN", message, null))
                .isEqualTo("The job did not end well; its log tells why.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTING", "STARTED", "STOPPING", "COMPLETED"})
    void what_has_not_failed_has_no_failure(String status) {
        assertThat(FailureText.of(status, "An old remark.", null)).isNull();
    }
}
