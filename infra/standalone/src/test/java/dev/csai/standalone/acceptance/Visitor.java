package dev.csai.standalone.acceptance;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Line;
import dev.csai.standalone.acceptance.Contract.Lines;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contact's page, with a publishable key. */
record Visitor(Http http, String key) {

    private static final String MESSAGES = "/v1/chat/messages";

    /** What a page sends. */
    record Utterance(@Nullable String sessionId, UUID clientMessageId, String text) {

        static Utterance of(String text) {
            return new Utterance(null, UUID.randomUUID(), text);
        }

        Utterance in(String session) {
            return new Utterance(session, clientMessageId, text);
        }

        private String json() {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (sessionId != null) {
                fields.put("sessionId", sessionId);
            }
            fields.put("clientMessageId", clientMessageId);
            fields.put("text", text);
            return Reply.JSON.writeValueAsString(fields);
        }
    }

    Answer ask(String text) {
        return say(Utterance.of(text)).as(200, Answer.class);
    }

    Answer ask(String text, String session) {
        return say(Utterance.of(text).in(session)).as(200, Answer.class);
    }

    Reply say(Utterance utterance) {
        return http.send(post(MESSAGES, utterance.json()).header("Accept", "application/json").build());
    }

    List<Event> stream(Utterance utterance) {
        return stream(utterance, null, Integer.MAX_VALUE);
    }

    /**
     * @param lastEventId where an earlier stream broke
     * @param enough events after which this one is broken
     */
    List<Event> stream(Utterance utterance, @Nullable String lastEventId, int enough) {
        HttpRequest.Builder request = post(MESSAGES, utterance.json()).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response = http.open(request.build());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                throw new AssertionError("a stream began with " + response.statusCode() + " " + lines.toList());
            }
            return Event.read(lines, enough);
        }
    }

    List<Line> history(String session) {
        return get("/v1/chat/sessions/" + session + "/messages?limit=200").as(200, Lines.class).items();
    }

    Reply rate(UUID message, String rating, String comment) {
        return http.send(post(MESSAGES + "/" + message + "/feedback",
                Reply.JSON.writeValueAsString(Map.of("rating", rating, "comment", comment))).build());
    }

    Reply get(String path) {
        return http.send(http.to(path).header("X-API-Key", key).build());
    }

    HttpRequest.Builder post(String path, String json) {
        return http.to(path).header("X-API-Key", key).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }
}
