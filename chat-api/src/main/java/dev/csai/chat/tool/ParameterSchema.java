package dev.csai.chat.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.FieldError;
import dev.csai.shared.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a tool is called with: a JSON Schema (draft 2020-12) of one object, which models are shown as it is.
 */
record ParameterSchema(JsonNode json) {

    private static final String POINTER = "/parameters";
    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_ERRORS = 10;
    private static final int MAX_DEPTH = 20;

    /** The description of schemas is on the class path; nothing is fetched. */
    private static final Schema DESCRIPTION = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
            .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ParameterSchema {}

    @JsonValue
    @Override
    public JsonNode json() {
        return json;
    }

    ParameterSchema checked() {
        if (json.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw ProblemException.invalid(POINTER, "too-long", "The parameters take at most 16 KB.");
        }
        if (!json.isObject() || !json.path("type").asString("").equals("object")) {
            throw ProblemException.invalid(POINTER + "/type", "not-allowed",
                    "The parameters are a JSON Schema whose type is object.");
        }
        if (depth(json) > MAX_DEPTH) {
            throw ProblemException.invalid(POINTER, "too-deep", "The parameters are nested too deeply.");
        }
        refuse(badCharacters(json, POINTER));
        refuse(Stream.concat(
                DESCRIPTION.validate(json).stream().map(ParameterSchema::error),
                references(json, POINTER)));
        return this;
    }

    private static void refuse(Stream<FieldError> faults) {
        List<FieldError> errors = faults.limit(MAX_ERRORS).toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static FieldError error(Error error) {
        return new FieldError(POINTER + error.getInstanceLocation(), "not-a-schema", error.getMessage());
    }

    /** A schema that is elsewhere would have to be fetched by whoever reads this one. */
    private static Stream<FieldError> references(JsonNode node, String at) {
        Stream<FieldError> here = Optional.ofNullable(node.get("$ref"))
                .filter(ref -> ref.isString() && !ref.asString().startsWith("#"))
                .map(ref -> new FieldError(at + "/$ref", "not-allowed", "A reference stays within these parameters."))
                .stream();
        return Stream.concat(here, below(node, at, ParameterSchema::references));
    }

    /** A name of a field that is no text is told of where the field is. */
    private static Stream<FieldError> badCharacters(JsonNode node, String at) {
        boolean isText = node.isObject()
                ? node.propertyNames().stream().allMatch(PlainText::isText)
                : !node.isString() || PlainText.isText(node.asString());
        return isText
                ? below(node, at, ParameterSchema::badCharacters)
                : Stream.of(PlainText.badCharacter(at));
    }

    private static Stream<FieldError> below(JsonNode node, String at,
            BiFunction<JsonNode, String, Stream<FieldError>> faults) {
        return node.isObject()
                ? node.propertyStream()
                        .flatMap(field -> faults.apply(field.getValue(), at + "/" + escaped(field.getKey())))
                : IntStream.range(0, node.size()).boxed()
                        .flatMap(index -> faults.apply(node.get(index), at + "/" + index));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static int depth(JsonNode node) {
        return 1 + node.valueStream().mapToInt(ParameterSchema::depth).max().orElse(0);
    }
}
