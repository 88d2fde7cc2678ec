package dev.csai.standalone.acceptance;

import dev.csai.chat.seed.DemoSeed;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The console in Chromium: an owner's knowledge and questions, an operator's jobs. */
class ConsoleIT {

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void an_owner_and_an_operator_do_their_work_in_the_console() throws IOException, InterruptedException {
        Platform platform = platform();
        Tenant tenant = platform.newTenant("Bicycle workshop");
        String failed = FailedIngestion.of(Shop.HEBREW, platform, tenant).fileName();
        LiveSpecs.pass("e2e:live:console", platform, Map.of(
                "CSAI_OWNER", platform.newOwner(tenant.id(), "Dana Levi"),
                "CSAI_OPERATOR", DemoSeed.OPERATOR_EMAIL,
                "CSAI_FAILED", failed,
                "CSAI_PASSWORD", Platform.PASSWORD));
    }
}
