package dev.csai.chat.isolation;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One operation as the served OpenAPI describes it.
 *
 * @param path with its parameters in braces
 * @param bodyIds the fields of its JSON body that could name something
 * @param takesAnyJson whether it does not say which fields its body has
 */
public record Operation(String method, String path, List<Parameter> parameters, List<String> bodyIds,
        boolean takesAnyJson,
        boolean streams) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern NAMES_SOMETHING = Pattern.compile("(?i)id|.*(Id|_id)|tenant.*");

    /** @param in the path, the query or the headers */
    public record Parameter(String name, String in, boolean isUuid) {

        static Parameter of(JsonNode described) {
            return new Parameter(described.at("/name").asString(), described.at("/in").asString(),
                    described.at("/schema/format").asString("").equals("uuid"));
        }

        boolean couldNameSomething() {
            return isUuid || NAMES_SOMETHING.matcher(name).matches();
        }
    }

    public static List<Operation> served(TestApp app) {
        JsonNode description = app.get("/v3/api-docs").send().json();
        return description.at("/paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream()
                        .map(method -> of(description, path.getKey(), method.getKey(), method.getValue())))
                .sorted(Comparator.comparing(Operation::toString)).toList();
    }

    private static Operation of(JsonNode description, String path, String method, JsonNode described) {
        JsonNode schema = described.at("/requestBody/content/application~1json/schema");
        String reference = schema.at("/$ref").asString("");
        JsonNode body = reference.isEmpty() ? schema : description.at(reference.substring(1));
        JsonNode fields = body.at("/properties");
        return new Operation(method.toUpperCase(Locale.ROOT), path,
                described.at("/parameters").valueStream().map(Parameter::of).toList(),
                fields.propertyStream().filter(field -> NAMES_SOMETHING.matcher(field.getKey()).matches()
                        || field.getValue().at("/format").asString("").equals("uuid")).map(f -> f.getKey()).toList(),
                !body.isMissingNode() && fields.isMissingNode(), described.at("/responses").toString()
                        .contains("text/event-stream"));
    }

    boolean changes() {
        return !method.equals("GET");
    }

    public boolean namesSomething() {
        return PARAMETER.matcher(path).find();
    }

    boolean takesCursor() {
        return in("query").anyMatch(parameter -> parameter.name().equals("cursor"));
    }

    List<String> queryIds() {
        return in("query").filter(Parameter::couldNameSomething).map(Parameter::name).toList();
    }

    public String with(String id) {
        return PARAMETER.matcher(path).replaceAll(id);
    }

    /** The path with names of nothing. */
    String ofNothing() {
        String filled = path;
        for (Parameter parameter : in("path").toList()) {
            filled = filled.replace("{" + parameter.name() + "}", parameter.isUuid() ? Ids.next().toString() : "0");
        }
        return filled;
    }

    private Stream<Parameter> in(String place) {
        return parameters.stream().filter(parameter -> parameter.in().equals(place));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
