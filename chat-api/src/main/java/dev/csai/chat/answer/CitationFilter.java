package dev.csai.chat.answer;

import dev.csai.chat.answer.AnswerPart.Cited;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a model's text as it streams and lets a citation through only if its number names a passage that was really
 * retrieved and that passage supports the sentence before it. What passes is numbered anew, from 1, by first mention;
 * of a list such as {@code [1, 2]} each number is looked at by itself. For one answer and one thread at a time.
 */
final class CitationFilter {

    /** Whatever the widget would take for one, or for a list of them, however long and with whatever blanks. */
    private static final Pattern MARK = Pattern.compile("\\[\\s*+(\\d{1,3}+(?:\\s*+,\\s*+\\d{1,3}+)*+)\\s*+]",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NUMBER = Pattern.compile("\\d+", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<RetrievedChunk> passages;
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
    private final StringBuilder held = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private boolean behindMark;

    CitationFilter(List<RetrievedChunk> passages) {
        this.passages = List.copyOf(passages);
    }

    /** What of the text so far may be shown. */
    String pass(String piece) {
        held.append(piece);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < held.length()) {
            int open = held.indexOf("[", at);
            if (open < 0) {
                at = show(out, at, endOfShowable());
                break;
            }
            int spaced = open > at && held.charAt(open - 1) == ' ' ? open - 1 : open;
            show(out, at, spaced);
            Matcher mark = MARK.matcher(held).region(open, held.length());
            if (mark.lookingAt()) {
                at = mark(out, mark, spaced);
            } else if (mark.hitEnd()) {
                // It may still become one.
                at = spaced;
                break;
            } else {
                at = show(out, spaced, open + 1);
            }
        }
        held.delete(0, at);
        return out.toString();
    }

    /** The rest, when the model has ended. */
    String end() {
        StringBuilder out = new StringBuilder();
        show(out, 0, held.length());
        held.setLength(0);
        return out.toString();
    }

    List<Cited> citations() {
        List<Cited> cited = new ArrayList<>();
        numbers.keySet().forEach(index -> cited.add(new Cited(passages.get(index), passages.get(index).text())));
        return cited;
    }

    /** A space at the very end waits: it may belong to a citation that is dropped. */
    private int endOfShowable() {
        int end = held.length();
        return end > 0 && held.charAt(end - 1) == ' ' ? end - 1 : end;
    }

    private int show(StringBuilder out, int from, int to) {
        if (to > from) {
            if (behindMark && !held.substring(from, to).isBlank()) {
                said.setLength(0);
                behindMark = false;
            }
            out.append(held, from, to);
            said.append(held, from, to);
        }
        return Math.max(from, to);
    }

    /** What stands under a question is half of what the passage says. */
    private static String supporting(RetrievedChunk chunk) {
        return chunk.heading() == null ? chunk.text() : chunk.heading() + "\n" + chunk.text();
    }

    private int mark(StringBuilder out, Matcher mark, int spaced) {
        int[] proving = NUMBER.matcher(mark.group(1)).results()
                .mapToInt(number -> Integer.parseInt(number.group()) - 1)
                .filter(this::proves)
                .distinct()
                .toArray();
        if (proving.length > 0) {
            out.append(held, spaced, mark.start());
        }
        for (int index : proving) {
            int number = numbers.computeIfAbsent(index, first -> numbers.size() + 1);
            out.append('[').append(number).append(']');
        }
        behindMark = true;
        return mark.end();
    }

    private boolean proves(int index) {
        return index >= 0 && index < passages.size() && Support.of(said.toString(), supporting(passages.get(index)));
    }
}
