package dev.csai.standalone;

import dev.csai.chat.seed.DemoTenant;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What people read when everything is up. */
final class Welcome {

    private Welcome() {}

    /**
     * @param created log-ins made just now; they are shown this once
     * @param reading whether the demo's documents have just been uploaded
     */
    static String text(String baseUrl, Duration start, List<DemoTenant.Login> created, boolean reading) {
        return """
                CSAI is ready after %.1f s.
                  Demo page   %s/demo
                  Console     %s/console
                  API         %s/docs
                %s%sCtrl-C stops it.
                """.formatted(start.toMillis() / 1000.0, baseUrl, baseUrl, baseUrl, logins(created),
                reading(reading));
    }

    private static String reading(boolean reading) {
        return reading
                ? "The demo's documents are being read; its assistant answers from them in a moment.%n".formatted()
                : "";
    }

    private static String logins(List<DemoTenant.Login> created) {
        if (created.isEmpty()) {
            return "";
        }
        return created.stream().map(login -> "  %-24s %s%n".formatted(login.email(), login.password()))
                .collect(Collectors.joining("", "Log-ins of the demo, shown only now:%n".formatted(), ""));
    }
}
