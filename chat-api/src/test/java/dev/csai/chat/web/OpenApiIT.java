package dev.csai.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.TestApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description that is served is the one under version control, so that a change of the contract is seen. */
class OpenApiIT {

    private static final Path KEPT = Path.of("openapi.json");
    private static final Path SERVED = Path.of("target/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void the_served_description_is_the_kept_one() throws IOException {
        String body = TestApp.shared().get("/v3/api-docs").send().response().body();
        ObjectNode description = (ObjectNode) JSON.readTree(body);
        // The address of this run.
        description.remove("servers");
        Files.writeString(SERVED, sorted(description) + "\n");

        assertThat(Files.readString(SERVED)).as("if the change is meant, copy %s to %s", SERVED, KEPT)
                .isEqualTo(Files.readString(KEPT));
    }

    private static String sorted(ObjectNode description) {
        return JSON.writeValueAsString(JSON.treeToValue(description, Object.class));
    }
}
