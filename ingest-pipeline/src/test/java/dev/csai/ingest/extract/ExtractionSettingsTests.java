package dev.csai.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ExtractionSettingsTests {
    @Test
    void has_limits_without_any_configuration() {
        assertThat(bind(Map.of())).isEqualTo(ExtractionSettings.defaults());
    }

    @Test
    void takes_durations_and_sizes_with_units() {
        ExtractionSettings settings = bind(
                Map.of("csai.ingest.extraction.timeout", "90s", "csai.ingest.extraction.heap", "512MB"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.heap()).isEqualTo(DataSize.ofMegabytes(512));
    }

    @Test
    void refuses_limits_that_no_child_could_work_in() {
        assertThatThrownBy(() -> bind(Map.of("csai.ingest.extraction.heap", "1MB")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static ExtractionSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("csai.ingest.extraction",
                ExtractionSettings.class);
    }
}
