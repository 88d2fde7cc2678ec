package dev.csai.chat.testing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the app answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEMS = "https://csai.dev/problems/";

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The slug of a problem document; empty when the answer is none. */
    public String problem() {
        boolean isProblem = header("Content-Type").filter("application/problem+json"::equals).isPresent();
        return isProblem ? text("/type").substring(PROBLEMS.length()) : "";
    }

    /** The value that a Set-Cookie header gives a cookie. */
    public Optional<String> cookie(String name) {
        return headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst();
    }
}
