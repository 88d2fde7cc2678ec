package dev.csai.chat.answer;

import dev.csai.chat.answer.AnswerPart.Cited;
import dev.csai.chat.retrieval.RetrievedChunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a model's text as it streams and lets a citation through only if its number names a passage that was really
 * retrieved and that passage supports the sentence before it. What passes is numbered anew, from 1, by first mention.
 * For one answer and one thread at a time.
 */
final class CitationFilter {

    /** The longest thing worth holding back: {@code [99]} with a space before it. */
    private static final int LONGEST_MARK = 5;

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
            int close = held.indexOf("]", open);
            if (close < 0 && held.length() - open < LONGEST_MARK) {
                at = spaced;
                break;
            }
            at = isMark(open, close) ? mark(out, open, close, spaced) : show(out, spaced, open + 1);
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

    private boolean isMark(int open, int close) {
        return close > open + 1 && close - open < LONGEST_MARK
                && held.substring(open + 1, close).chars().allMatch(Character::isDigit);
    }

    /** What stands under a question is half of what the passage says. */
    private static String supporting(RetrievedChunk chunk) {
        return chunk.heading() == null ? chunk.text() : chunk.heading() + "\n" + chunk.text();
    }

    private int mark(StringBuilder out, int open, int close, int spaced) {
        int index = Integer.parseInt(held.substring(open + 1, close)) - 1;
        if (index >= 0 && index < passages.size() && Support.of(said.toString(), supporting(passages.get(index)))) {
            int number = numbers.computeIfAbsent(index, first -> numbers.size() + 1);
            out.append(held, spaced, open).append('[').append(number).append(']');
        }
        behindMark = true;
        return close + 1;
    }
}
