package dev.csai.simulators.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code application/x-www-form-urlencoded}, as a body or behind a question mark. */
record Form(Map<String, String> fields) {

    Form {
        fields = Map.copyOf(fields);
    }

    static Form parse(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        if (text != null && !text.isEmpty()) {
            for (String field : text.split("&", -1)) {
                int equals = field.indexOf('=');
                fields.put(decoded(equals < 0 ? field : field.substring(0, equals)),
                        equals < 0 ? "" : decoded(field.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /** Empty for what is not there. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
