package dev.csai.standalone.acceptance;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole response. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Reply(String request, int status, HttpHeaders headers, byte[] bytes) {

    static final JsonMapper JSON = JsonMapper.shared();

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response.request().method() + " " + response.uri().getPath(), response.statusCode(),
                response.headers(), response.body());
    }

    /** The body as the type, if the status is the expected one. */
    <T> T as(int expectedStatus, Class<T> type) {
        return JSON.readValue(expect(expectedStatus).text(), type);
    }

    Reply expect(int expectedStatus) {
        if (status != expectedStatus) {
            throw new AssertionError(this + " instead of " + expectedStatus);
        }
        return this;
    }

    JsonNode json() {
        return JSON.readTree(bytes);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        String text = text();
        return request + " gave " + status + ": " + text.substring(0, Math.min(text.length(), 600));
    }
}
