package dev.csai.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says.
 *
 * @param data folder of everything kept
 * @param port of the only listener that others can reach
 * @param demoPassword of the demo's owner and operator; made up if absent
 * @param endWhenReady for a build that records which classes a start needs
 */
record StandaloneSettings(Path data, int port, Optional<String> demoPassword, boolean endWhenReady) {

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_PASSWORD = 16;

    StandaloneSettings {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalStateException("CSAI_PORT must be a port number, not " + port + ".");
        }
        if (demoPassword.filter(password -> password.length() < SHORTEST_PASSWORD).isPresent()) {
            throw new IllegalStateException(
                    "CSAI_DEMO_PASSWORD must have at least " + SHORTEST_PASSWORD + " characters.");
        }
    }

    String baseUrl() {
        return "http://localhost:" + port;
    }

    static StandaloneSettings from(Map<String, String> environment, Path home) {
        Optional<String> data = given(environment, "CSAI_DATA");
        return new StandaloneSettings(data.map(Path::of).orElseGet(() -> home.resolve(".csai")),
                given(environment, "CSAI_PORT").map(StandaloneSettings::port).orElse(DEFAULT_PORT),
                given(environment, "CSAI_DEMO_PASSWORD"), given(environment, "CSAI_END_WHEN_READY").isPresent());
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("CSAI_PORT must be a port number, not " + text + ".", e);
        }
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "StandaloneSettings[" + data + ", port " + port + "]";
    }
}
