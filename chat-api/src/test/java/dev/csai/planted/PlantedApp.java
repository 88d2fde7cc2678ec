package dev.csai.planted;

import com.sun.net.httpserver.HttpServer;
import dev.csai.chat.testing.LogLines;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.testing.TestServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The app with {@link LeakyEndpoints}, and with secrets of its configuration that are known to the test. One for all
 * tests of the JVM.
 *
 * @param startLines all that was logged while it started
 * @param secrets of the configuration
 */
public record PlantedApp(TestApp app, List<String> startLines, List<String> secrets) {

    private static final int REFUSED = 401;

    private static @Nullable PlantedApp running;

    public PlantedApp {
        startLines = List.copyOf(startLines);
        secrets = List.copyOf(secrets);
    }

    public static synchronized PlantedApp running() {
        PlantedApp known = running;
        if (known == null) {
            known = start();
            running = known;
        }
        return known;
    }

    /** Listens from before the first bean is made; when the app is ready it has heard enough. */
    static final class Listening implements BeanFactoryPostProcessor {

        private static final LogLines LINES = new LogLines();

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
            LINES.listen();
        }
    }

    private static PlantedApp start() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String sealingKey = Base64.getEncoder().encodeToString(random);
        String modelKey = "sk-planted-" + Base64.getUrlEncoder().encodeToString(random);
        try (LogLines lines = Listening.LINES) {
            Map<String, String> settings = new HashMap<>(TestApp.generous());
            settings.putAll(Map.of(
                    "csai.secrets.key", sealingKey,
                    "csai.model.provider", "openai",
                    "csai.model.base-url", refusingModel(),
                    "csai.model.api-key", modelKey,
                    "csai.model.name", "planted"));
            TestApp app = TestApp.startWith(settings, LeakyEndpoints.class, Listening.class);
            return new PlantedApp(app, lines.seen(),
                    List.of(sealingKey, modelKey, TestServices.APP_PASSWORD, TestServices.SYSTEM_PASSWORD));
        }
    }

    /** A provider that does not accept the key, so that the failure of each request is logged. */
    private static String refusingModel() {
        try {
            HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            provider.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                byte[] answer = "{\"error\": {\"message\": \"Incorrect API key provided\"}}".getBytes(
                        java.nio.charset.StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(REFUSED, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            provider.start();
            return "http://127.0.0.1:" + provider.getAddress().getPort() + "/v1";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
