package dev.csai.chat.identity.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.audit.Changes;
import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyLogIT {

    private static final TestApp app = TestApp.shared();

    @Test
    void a_rotation_is_told_of_by_the_ids_and_times_of_the_keys_alone() {
        // What others let become due has taken its turn by then, and what was over is removed.
        SigningKeys keys = app.context().getBean(SigningKeys.class);
        for (int turn = 0; turn < 2; turn++) {
            app.clock.forward(KeyRing.NOTICE);
            keys.turn().block();
        }
        String operator = Log.operator(app);
        List<String> before = keys();

        app.post("/v1/admin/signing-keys/rotate").token(operator).json("{}").send();

        List<String> after = keys();
        assertThat(after).hasSizeGreaterThan(1).isNotEqualTo(before);
        assertThat(Changes.of(Log.ofPlatform(app).of("POST /v1/admin/signing-keys/rotate").getFirst()))
                .isEqualTo(new Changes(ring(before), ring(after)));
    }

    private static String ring(List<String> keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static List<String> keys() {
        return app.rows("""
                select '{"id":"' || id || '","signsFrom":"'
                  || to_char(signs_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"}'
                from chat.signing_keys order by signs_from, id
                """);
    }
}
