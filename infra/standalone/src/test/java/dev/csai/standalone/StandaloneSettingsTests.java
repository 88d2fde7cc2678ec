package dev.csai.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandaloneSettingsTests {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void have_defaults_for_everything() {
        assertThat(StandaloneSettings.from(Map.of("CSAI_PORT", " "), HOME))
                .isEqualTo(new StandaloneSettings(Path.of("/home/ada/.csai"), 8080, Optional.empty(), false));
    }

    @Test
    void follow_the_environment_and_tell_no_password() {
        StandaloneSettings settings = StandaloneSettings.from(Map.of("CSAI_DATA", "/srv/csai", "CSAI_PORT", "9090",
                "CSAI_DEMO_PASSWORD", "correct horse battery"), HOME);
        assertThat(settings).isEqualTo(
                new StandaloneSettings(Path.of("/srv/csai"), 9090, Optional.of("correct horse battery"), false));
        assertThat(settings).hasToString("StandaloneSettings[/srv/csai, port 9090]");
    }

    @Test
    void refuse_what_is_no_port() {
        assertThatIllegalStateException()
                .isThrownBy(() -> StandaloneSettings.from(Map.of("CSAI_PORT", "eighty"), HOME))
                .withMessage("CSAI_PORT must be a port number, not eighty.");
        assertThatIllegalStateException().isThrownBy(() -> StandaloneSettings.from(Map.of("CSAI_PORT", "70000"), HOME))
                .withMessage("CSAI_PORT must be a port number, not 70000.");
    }

    @Test
    void refuse_a_short_password() {
        assertThatIllegalStateException()
                .isThrownBy(() -> StandaloneSettings.from(Map.of("CSAI_DEMO_PASSWORD", "napoli"), HOME))
                .withMessage("CSAI_DEMO_PASSWORD must have at least 16 characters.");
    }
}
