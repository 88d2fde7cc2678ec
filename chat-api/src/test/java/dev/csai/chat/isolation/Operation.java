package dev.csai.chat.isolation;

import dev.csai.chat.testing.TestApp;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation as the served OpenAPI describes it.
 *
 * @param path with its parameters in braces
 */
public record Operation(String method, String path) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    public static List<Operation> served(TestApp app) {
        JsonNode paths = app.get("/v3/api-docs").send().json().at("/paths");
        return paths.propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> new Operation(method.toUpperCase(java.util.Locale.ROOT), path.getKey())))
                .sorted(java.util.Comparator.comparing(Operation::toString)).toList();
    }

    public boolean namesSomething() {
        return PARAMETER.matcher(path).find();
    }

    public String with(String id) {
        return PARAMETER.matcher(path).replaceAll(id);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
