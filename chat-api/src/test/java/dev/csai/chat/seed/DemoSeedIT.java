package dev.csai.chat.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.csai.chat.seed.DemoTenant.Login;
import dev.csai.chat.testing.TestApp;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoSeedIT {

    private static final TestApp app = TestApp.strict();

    @Test
    void creates_the_demo_once_however_many_ask_at_once() {
        assertThat(app.get("/demo/config.json").send().problem()).isEqualTo("not-found");

        List<DemoTenant> seen = Stream
                .generate(() -> CompletableFuture
                        .supplyAsync(() -> new DemoSeed(app.system, app.clock).ensure(DemoPasswords.random())))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(seen).extracting(DemoTenant::publishableKey).containsOnly(seen.getFirst().publishableKey());
        List<Login> created = seen.stream().flatMap(demo -> demo.created().stream()).toList();
        assertThat(created).extracting(Login::email)
                .containsExactly(DemoSeed.OWNER_EMAIL, DemoSeed.OPERATOR_EMAIL);
        assertThat(created).allSatisfy(login -> assertThat(login.password()).hasSizeGreaterThanOrEqualTo(16));
        created.forEach(login -> assertThat(app.login(login.email(), login.password()).status()).isEqualTo(200));
        assertThat(app.get("/demo/config.json").send().text("/apiKey")).isEqualTo(seen.getFirst().publishableKey());
        assertThat(app.get("/v1/widget/config?locale=he").key(seen.getFirst().publishableKey()).origin(app.origin())
                .send().text("/direction")).isEqualTo("rtl");
    }

    @Test
    void refuses_a_short_password() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DemoPasswords("too short", null));
    }
}
