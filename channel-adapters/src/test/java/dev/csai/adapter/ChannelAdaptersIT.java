package dev.csai.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.shared.testing.TestServices;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ChannelAdaptersIT {

    @Test
    void the_app_starts_and_stops() {
        List<String> arguments = new ArrayList<>();
        TestServices.properties(TestServices.migratedDatabase())
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));

        try (ConfigurableApplicationContext app = ChannelAdapters.application().run(arguments.toArray(String[]::new))) {
            assertThat(app.isRunning()).isTrue();
        }
    }
}
