package dev.csai.standalone.acceptance;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One server-sent event. */
record Event(String id, String name, String data) {

    /** Reads events until the stream ends or there are enough of them. */
    static List<Event> read(Stream<String> lines, int enough) {
        List<Event> events = new ArrayList<>();
        Draft draft = new Draft();
        Iterator<String> each = lines.iterator();
        while (events.size() < enough && each.hasNext()) {
            draft.take(each.next(), events);
        }
        return events;
    }

    <T> T as(Class<T> type) {
        return Reply.JSON.readValue(data, type);
    }

    /** The text that the deltas make together. */
    static String text(List<Event> events) {
        return events.stream().filter(event -> event.name.equals("delta"))
                .map(event -> Reply.JSON.readTree(event.data).path("text").asString())
                .collect(Collectors.joining());
    }

    static Contract.Answer completed(List<Event> events) {
        return events.stream().filter(event -> event.name.equals("completed")).findFirst()
                .orElseThrow(() -> new AssertionError("no answer in " + events)).as(Contract.Answer.class);
    }

    /** What has come of the next event. */
    private static final class Draft {

        private String id = "";
        private String name = "message";
        private final StringBuilder data = new StringBuilder();

        void take(String line, List<Event> events) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    events.add(new Event(id, name, data.toString()));
                }
                name = "message";
                data.setLength(0);
            } else if (line.startsWith("id:")) {
                id = value(line, 3);
            } else if (line.startsWith("event:")) {
                name = value(line, 6);
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(value(line, 5));
            }
        }

        private static String value(String line, int from) {
            return line.startsWith(" ", from) ? line.substring(from + 1) : line.substring(from);
        }
    }
}
