package dev.csai.standalone.acceptance;

import dev.csai.standalone.acceptance.HostileRequest.Attack;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of them. */
final class HostileRequests {

    private static final String INVALID = "invalid-request";
    private static final String DOCUMENTS = "/v1/knowledge/documents";
    private static final HttpRequest.BodyPublisher NOTHING = HttpRequest.BodyPublishers.noBody();

    private HostileRequests() {}

    static Stream<HostileRequest> all() {
        return Stream.of(messages(), identifiers(), credentials(), addresses(), uploads(), lists())
                .flatMap(List::stream);
    }

    private static List<HostileRequest> messages() {
        return List.of(
                message("a number as text", 400, INVALID, "{\"text\": 5}"),
                message("an object as text", 400, INVALID, "{\"text\": {\"a\": 1}}"),
                message("an array as body", 400, INVALID, "[]"),
                message("a string as body", 400, INVALID, "\"hello\""),
                message("null as body", 400, INVALID, "null"),
                message("no body", 400, INVALID, ""),
                message("no text", 400, INVALID, "{}"),
                message("null as text", 400, INVALID, "{\"text\": null}"),
                message("an empty text", 400, INVALID, "{\"text\": \"\"}"),
                message("a blank text", 400, INVALID, "{\"text\": \" \\n\\t \"}"),
                message("5001 characters", 400, INVALID, text("a".repeat(5001))),
                message("5001 characters beyond the basic plane", 400, INVALID, text("\ud83d\ude00".repeat(5001))),
                message("a megabyte of text", 413, "too-large", text("a".repeat(1 << 20))),
                message("U+0000", 400, INVALID, "{\"text\": \"a\\u0000b\"}"),
                message("half a surrogate pair", 400, INVALID, "{\"text\": \"a\\ud800b\"}"),
                message("an unknown field", 400, INVALID, "{\"text\": \"hi\", \"tenantId\": \"x\"}"),
                message("an unknown field of the contact", 400, INVALID,
                        "{\"text\": \"hi\", \"contact\": {\"admin\": true}}"),
                message("a field twice", 400, INVALID, "{\"text\": \"hi\", \"text\": \"ho\"}"),
                message("broken JSON", 400, INVALID, "{\"text\": \"hi\""),
                message("two documents", 400, INVALID, "{\"text\": \"hi\"} {\"text\": \"ho\"}"),
                message("deep nesting", 400, INVALID, "{\"text\": " + "[".repeat(5000) + "]".repeat(5000) + "}"),
                message("no JSON at all", 400, INVALID, "<text>hi</text>"),
                message("an empty clientMessageId", 400, INVALID, "{\"text\": \"hi\", \"clientMessageId\": \"\"}"),
                message("a blank clientMessageId", 400, INVALID, "{\"text\": \"hi\", \"clientMessageId\": \" \"}"),
                message("a malformed clientMessageId", 400, INVALID, "{\"text\": \"hi\", \"clientMessageId\": \"1\"}"),
                message("a malformed locale", 400, INVALID, "{\"text\": \"hi\", \"locale\": \"e'; drop table\"}"),
                message("an overlong name", 400, INVALID,
                        "{\"text\": \"hi\", \"contact\": {\"name\": \"" + "n".repeat(400) + "\"}}"),
                message("a malformed session", 404, "not-found", "{\"text\": \"hi\", \"sessionId\": \"s_abc\"}"),
                message("a session of letters", 404, "not-found", "{\"text\": \"hi\", \"sessionId\": \"../../etc\"}"),
                row("a form instead of JSON", 415, "unsupported-media-type", attack -> attack
                        .visitor("/v1/chat/messages").header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("text=hi"))),
                row("an answer as a picture", 406, "not-acceptable", attack -> attack.chat("{\"text\": \"hi\"}")
                        .header("Accept", "image/png")),
                row("a rating that is none", 400, INVALID, attack -> attack.victim().visitor().post(
                        "/v1/chat/messages/" + UUID.randomUUID() + "/feedback", "{\"rating\": \"sideways\"}")),
                row("an empty query", 400, INVALID, attack -> attack.search("{\"query\": \"\"}")),
                row("a number as query", 400, INVALID, attack -> attack.search("{\"query\": 7}")),
                row("U+0000 in a query", 400, INVALID, attack -> attack.search("{\"query\": \"a\\u0000\"}")),
                row("a limit of a billion", 400, INVALID,
                        attack -> attack.search("{\"query\": \"a\", \"limit\": 1000000000}")),
                row("a limit below one", 400, INVALID, attack -> attack.search("{\"query\": \"a\", \"limit\": -1}")),
                row("a limit that is no integer", 400, INVALID,
                        attack -> attack.search("{\"query\": \"a\", \"limit\": 1e99}")));
    }

    private static List<HostileRequest> identifiers() {
        String unknown = UUID.randomUUID().toString();
        return Stream.of(
                Stream.of("", "/chunks", "/content").flatMap(part -> Stream.of(
                        row("a foreign document" + part, 404, "not-found",
                                attack -> attack.member(DOCUMENTS + "/" + attack.foreignDocument() + part)),
                        row("an unknown document" + part, 404, "not-found",
                                attack -> attack.member(DOCUMENTS + "/" + unknown + part)),
                        row("a malformed document" + part, 400, INVALID,
                                attack -> attack.member(DOCUMENTS + "/1" + part)))),
                Stream.of(
                        row("deleting a foreign document", 404, "not-found",
                                attack -> attack.member(DOCUMENTS + "/" + attack.foreignDocument()).DELETE()),
                        row("reprocessing a foreign document", 404, "not-found", attack -> attack
                                .member(DOCUMENTS + "/" + attack.foreignDocument() + "/reprocess").POST(NOTHING)),
                        row("a foreign session's history", 404, "not-found", attack -> attack
                                .visitor("/v1/chat/sessions/" + attack.foreignSession() + "/messages")),
                        row("speaking in a foreign session", 404, "not-found", attack -> attack
                                .chat("{\"text\": \"hi\", \"sessionId\": \"" + attack.foreignSession() + "\"}")),
                        row("rating a foreign answer", 404, "not-found", attack -> attack.victim().visitor().post(
                                "/v1/chat/messages/" + attack.foreignMessage() + "/feedback", "{\"rating\": \"up\"}"))))
                .flatMap(rows -> rows).toList();
    }

    private static List<HostileRequest> credentials() {
        return List.of(
                row("no key", 401, "unauthenticated", attack -> attack.http().to("/v1/widget/config")),
                row("an unknown key", 401, "unauthenticated",
                        attack -> attack.http().to("/v1/widget/config").header("X-API-Key", "pk_" + "0".repeat(32))),
                row("a malformed key", 401, "unauthenticated",
                        attack -> attack.http().to("/v1/widget/config").header("X-API-Key", "' or 1=1 --")),
                row("two keys", 400, INVALID,
                        attack -> attack.visitor("/v1/widget/config").header("X-API-Key", "pk_1")),
                row("a key and a token", 400, INVALID,
                        attack -> attack.member("/v1/knowledge/documents").header("X-API-Key", "pk_1")),
                row("an origin that is not listed", 403, "origin-not-allowed",
                        attack -> attack.visitor("/v1/widget/config").header("Origin", "https://evil.example")),
                row("the opaque origin", 403, "origin-not-allowed",
                        attack -> attack.visitor("/v1/widget/config").header("Origin", "null")),
                row("a key where a member is asked for", 403, "forbidden", attack -> attack.visitor(DOCUMENTS)),
                row("a member where a key is asked for", 403, "forbidden",
                        attack -> attack.member("/v1/widget/config")),
                row("a member at the operator's", 403, "forbidden", attack -> attack.member("/v1/admin/tenants")),
                row("no token", 401, "unauthenticated", attack -> attack.http().to(DOCUMENTS)),
                token("a token of nonsense", "nonsense"),
                token("an unsigned token", ForgedTokens.unsigned()),
                token("a token signed by somebody else", ForgedTokens.signedBySomebodyElse()),
                token("a token signed with the public key as a secret", ForgedTokens.hmac()),
                row("a wrong password", 401, "wrong-credentials", attack -> attack
                        .login("{\"email\": \"owner@demo.csai.local\", \"password\": \"wrong\"}")),
                row("an unknown member", 401, "wrong-credentials", attack -> attack
                        .login("{\"email\": \"nobody@nowhere.example\", \"password\": \"wrong\"}")),
                row("a log-in without password", 400, INVALID, attack -> attack.login("{\"email\": \"a@b.example\"}")),
                row("a renewal without cookie", 401, "unauthenticated",
                        attack -> attack.http().to("/v1/auth/refresh").POST(NOTHING)));
    }

    private static List<HostileRequest> addresses() {
        return List.of(
                row("an unknown path", 404, "not-found", attack -> attack.member("/v1/nowhere")),
                row("an unknown page", 404, "not-found", attack -> attack.http().to("/wp-login.php")),
                row("a way out of the directory", 400, INVALID,
                        attack -> attack.http().to("/demo/..%2f..%2fetc%2fpasswd")),
                row("actuator secrets", 404, "not-found", attack -> attack.http().to("/actuator/env")),
                row("a wrong method", 405, "method-not-allowed",
                        attack -> attack.member("/v1/chat/messages").method("PATCH", NOTHING)),
                row("deleting the list", 405, "method-not-allowed", attack -> attack.member(DOCUMENTS).DELETE()),
                row("an endless address", 404, "not-found", attack -> attack.http().to("/" + "a".repeat(4000))));
    }

    private static List<HostileRequest> uploads() {
        String twentyOne = IntStream.range(0, 21).mapToObj(part -> part("f" + part + ".txt", "text " + part))
                .collect(Collectors.joining());
        return List.of(
                row("an upload without boundary", 400, INVALID, attack -> attack.upload("multipart/form-data", "x")),
                row("an upload that ends in the middle", 400, INVALID,
                        attack -> attack.upload(Multipart.CONTENT_TYPE,
                                "--" + Multipart.BOUNDARY + "\r\nContent-Disp")),
                row("an upload of something else", 400, INVALID,
                        attack -> attack.upload(Multipart.CONTENT_TYPE, "hello")),
                row("a field instead of a file", 400, INVALID, attack -> attack.upload(Multipart.CONTENT_TYPE,
                        "--" + Multipart.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--"
                                + Multipart.BOUNDARY + "--\r\n")),
                row("more parts than allowed", 400, INVALID,
                        attack -> attack.upload(Multipart.CONTENT_TYPE,
                                twentyOne + "--" + Multipart.BOUNDARY + "--\r\n")),
                row("JSON instead of files", 415, "unsupported-media-type",
                        attack -> attack.upload("application/json", "{}")));
    }

    private static List<HostileRequest> lists() {
        return Stream.of("limit=0", "limit=-5", "limit=201", "limit=99999999999999999999", "limit=ten",
                "cursor=%00", "cursor='%20or%201=1", "cursor=" + "9".repeat(400))
                .map(query -> row("documents?" + query, 400, INVALID, attack -> attack.member(DOCUMENTS + "?" + query)))
                .toList();
    }

    private static String part(String name, String text) {
        return "--" + Multipart.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n";
    }

    private static String text(String text) {
        return "{\"text\": \"" + text + "\"}";
    }

    private static HostileRequest message(String what, int status, String slug, String body) {
        return row(what, status, slug, attack -> attack.chat(body));
    }

    private static HostileRequest token(String what, String token) {
        return row(what, 401, "unauthenticated",
                attack -> attack.http().to(DOCUMENTS).header("Authorization", "Bearer " + token));
    }

    private static HostileRequest row(String what, int status, String slug,
            Function<Attack, HttpRequest.Builder> make) {
        return new HostileRequest(what, status, slug, make);
    }
}
