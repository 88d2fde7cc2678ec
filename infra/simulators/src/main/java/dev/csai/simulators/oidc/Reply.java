package dev.csai.simulators.oidc;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * @param body JSON
 * @param location of a redirect
 */
record Reply(int status, String body, @Nullable String location) {

    static Reply json(JsonNode body) {
        return new Reply(200, body.toString(), null);
    }

    static Reply error(int status, String code) {
        return new Reply(status, "{\"error\": \"" + code + "\"}", null);
    }

    static Reply redirect(String location) {
        return new Reply(302, "", location);
    }
}
