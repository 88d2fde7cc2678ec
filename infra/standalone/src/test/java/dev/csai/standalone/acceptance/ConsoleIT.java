package dev.csai.standalone.acceptance;

import dev.csai.chat.seed.DemoSeed;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The console in Chromium: an owner's knowledge and questions, an operator's jobs, a newcomer's first five minutes. */
class ConsoleIT {

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void an_owner_and_an_operator_do_their_work_in_the_console() throws IOException, InterruptedException {
        Platform platform = platform();
        Tenant tenant = platform.newTenant("Bicycle workshop");
        String failed = FailedIngestion.of(Shop.HEBREW, platform, tenant).fileName();
        Map<String, String> people = new HashMap<>(Map.of(
                "CSAI_OWNER", platform.newOwner(tenant.id(), "Dana Levi"),
                "CSAI_OPERATOR", DemoSeed.OPERATOR_EMAIL,
                "CSAI_FAILED", failed,
                "CSAI_PASSWORD", Platform.PASSWORD));
        if (platform instanceof StandalonePlatform) {
            people.put("CSAI_KEEPS_MAIL", "true");
        }
        LiveSpecs.pass("e2e:live:console", platform, people);
    }
}
