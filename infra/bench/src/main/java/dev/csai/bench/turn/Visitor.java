package dev.csai.bench.turn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks and reads the answer to its end; the same for both sides. Safe for concurrent use. */
final class Visitor {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Said ask(Side side, Mode mode) throws InterruptedException {
        return ask(side, mode, System.nanoTime());
    }

    /** @param due when the question should have been asked; what delayed it is part of the wait */
    Said ask(Side side, Mode mode, long due) throws InterruptedException {
        try {
            HttpResponse<InputStream> response = client.send(side.request(mode), BodyHandlers.ofInputStream());
            try (BufferedReader body = new BufferedReader(
                    new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                return response.statusCode() == 200 ? read(body, side.lastWords(), due) : failed(due);
            }
        } catch (IOException e) {
            return failed(due);
        }
    }

    private static Said read(BufferedReader body, String lastWords, long due) throws IOException {
        Duration first = null;
        String last = "";
        for (String line = body.readLine(); line != null; line = body.readLine()) {
            if (first == null && line.equals("event:delta")) {
                first = since(due);
            }
            last = line.isEmpty() ? last : line;
        }
        Duration whole = since(due);
        return new Said(whole, first == null ? whole : first, last.contains(lastWords));
    }

    private static Said failed(long due) {
        return new Said(since(due), since(due), false);
    }

    private static Duration since(long due) {
        return Duration.ofNanos(System.nanoTime() - due);
    }
}
