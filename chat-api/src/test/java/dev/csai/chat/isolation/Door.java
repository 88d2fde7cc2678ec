package dev.csai.chat.isolation;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls operations, and looks over every answer for what no answer may have. */
final class Door {

    private final TestApp app;
    private final String foreignMarker;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param foreignMarker the word in all texts of the tenant that none of the callers is of */
    Door(TestApp app, String foreignMarker) {
        this.app = app;
        this.foreignMarker = foreignMarker;
    }

    int calls() {
        return calls.get();
    }

    Answer call(Operation operation, Credential credential, String path, String body) {
        calls.incrementAndGet();
        return prepared(operation, credential, path, body).sendBriefly();
    }

    /** The same as a stream of events, which only few operations answer with. */
    Answer listen(Operation operation, Credential credential, String path, String body) {
        calls.incrementAndGet();
        return prepared(operation, credential, path, body).header("Accept", "text/event-stream").sendBriefly();
    }

    List<Finding> faults(Operation operation, Credential credential, Answer answer) {
        List<Finding> found = new ArrayList<>();
        if (answer.status() >= 500) {
            found.add(new Finding(operation.toString(), credential.name(), "fails with " + answer.status()));
        }
        if (holds(answer, foreignMarker) && !credential.audience().equals("operator")) {
            found.add(new Finding(operation.toString(), credential.name(), "tells a text of another tenant"));
        }
        if (answer.header("Access-Control-Allow-Origin").filter(Credential::isOpenedBy).isPresent()) {
            found.add(new Finding(operation.toString(), credential.name(), "lets any page read the answer"));
        }
        return found;
    }

    /** In the body, or in a header such as that which names a file. */
    static boolean holds(Answer answer, String text) {
        return answer.response().body().contains(text) || answer.response().headers().map().toString().contains(text);
    }

    private Call prepared(Operation operation, Credential credential, String path, String body) {
        Call call = credential.on().apply(app.call(operation.method(), path));
        return operation.changes() ? call.json(operation.method(), body) : call;
    }
}
