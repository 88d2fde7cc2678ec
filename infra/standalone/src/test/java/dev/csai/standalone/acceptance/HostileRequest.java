package dev.csai.standalone.acceptance;

import java.net.http.HttpRequest;
import java.util.function.Function;

/**
 * A request that nobody well-meaning sends, and how it must end.
 *
 * @param slug the last word of the problem's type
 */
record HostileRequest(String what, int status, String slug, Function<Attack, HttpRequest.Builder> make) {

    /** What such a request can be made of: a tenant under attack, and another whose things are not to be reached. */
    record Attack(Http http, Tenant victim, Tenant stranger, String foreignDocument, String foreignMessage,
            String foreignSession) {

        HttpRequest.Builder chat(String body) {
            return victim.visitor().post("/v1/chat/messages", body);
        }

        HttpRequest.Builder visitor(String path) {
            return http.to(path).header("X-API-Key", victim.visitor().key());
        }

        HttpRequest.Builder member(String path) {
            return victim.owner().with(path);
        }

        HttpRequest.Builder search(String body) {
            return member("/v1/knowledge/search").header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }

        HttpRequest.Builder upload(String contentType, String body) {
            return member("/v1/knowledge/documents").header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }

        HttpRequest.Builder login(String body) {
            return http.to("/v1/auth/login").header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
    }

    @Override
    public String toString() {
        return what + " → " + status + " " + slug;
    }
}
