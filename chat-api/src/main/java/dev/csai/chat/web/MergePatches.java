package dev.csai.chat.web;

import org.springframework.core.codec.DecodingException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON merge patches (RFC 7396), as strictly as other bodies. */
@Component
public class MergePatches {

    /** Besides {@code application/json}, which means the same here. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final JsonMapper json;

    MergePatches(JsonMapper json) {
        this.json = json;
    }

    /** A patch of which every field has its place in the shape. */
    public final class MergePatch<T> {

        private final ObjectNode fields;
        private final Class<T> shape;

        private MergePatch(ObjectNode fields, Class<T> shape) {
            this.fields = fields;
            this.shape = shape;
        }

        /** What becomes of the value; a field that is null in the patch is absent afterwards. */
        public T applyTo(T value) {
            ObjectNode target = json.valueToTree(value);
            merge(target, fields);
            return read(target, shape);
        }
    }

    /**
     * @param shape of what is patched; all its fields may be absent
     * @throws DecodingException if the patch is no object, has a field that the shape has not, or a value of a wrong type
     */
    public <T> MergePatch<T> of(JsonNode patch, Class<T> shape) {
        read(patch, shape);
        if (!(patch instanceof ObjectNode fields)) {
            throw new DecodingException("a merge patch is an object");
        }
        return new MergePatch<>(fields, shape);
    }

    private <T> T read(JsonNode tree, Class<T> shape) {
        try {
            return json.treeToValue(tree, shape);
        } catch (JacksonException e) {
            throw new DecodingException("this is not a " + shape.getSimpleName(), e);
        }
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.forEachEntry((name, value) -> {
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode nested) {
                ObjectNode within = target.get(name) instanceof ObjectNode known ? known : target.putObject(name);
                merge(within, nested);
            } else {
                target.set(name, value);
            }
        });
    }
}
