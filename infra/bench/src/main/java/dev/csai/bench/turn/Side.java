package dev.csai.bench.turn;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Who is asked, and what. The product and the peer have the same door: path, headers, body and the events of a stream.
 *
 * @param keys of tenants, used in turn
 * @param body the n-th, in JSON
 * @param lastWords what the last line of a complete answer contains
 */
record Side(String name, URI address, List<String> keys, LongFunction<String> body, String lastWords) {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Across all sides and runs, so that no question comes twice that should not. */
    private static final AtomicLong asked = new AtomicLong();

    Side {
        keys = List.copyOf(keys);
    }

    /** @param question the n-th; free of what JSON would escape */
    static Side chat(String name, URI server, List<String> keys, LongFunction<String> question) {
        return new Side(name, server.resolve("/v1/chat/messages"), keys,
                number -> "{\"text\":\"" + question.apply(number) + "\"}", "\"outcome\":\"answered\"");
    }

    /** Every request begins a conversation of its own. */
    HttpRequest request(Mode mode) {
        long number = asked.getAndIncrement();
        return HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("X-API-Key", keys.get((int) (number % keys.size())))
                .header("Content-Type", "application/json")
                .header("Accept", mode.mediaType())
                .POST(BodyPublishers.ofString(body.apply(number)))
                .build();
    }
}
