package dev.csai.ingest.extract.text;

import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.RefusedFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recovers paragraphs, lists and the plainest of headings from text that has only lines. When in doubt a line is part
 * of a paragraph.
 */
public final class PlainTextReader {
    private static final Pattern UNDERLINE = Pattern.compile("\\s*(={3,}|-{3,}|~{3,})\\s*");
    private static final Pattern RULE = Pattern.compile("\\s*([-=_*~#+])\\1{2,}\\s*");
    private static final Pattern LIST_MARKER = Pattern
            .compile("(\\s*)(?:[-*•‣◦▪–](?=\\s)|(?=\\(?\\d{1,2}[.)]\\s))\\s*(\\S.*)");
    /** Above this a group of lines is a text without blank lines, and its paragraphs are told apart by short lines. */
    private static final int MAX_GROUP_CHARACTERS = 1_500;
    private static final int SPACES_PER_LEVEL = 2;

    private final BlockSink sink;
    private final LineWrap wrap;
    private boolean first = true;

    private PlainTextReader(BlockSink sink, LineWrap wrap) {
        this.sink = sink;
        this.wrap = wrap;
    }

    public static void read(String text, BlockSink sink) throws RefusedFile {
        var reader = new PlainTextReader(sink, LineWrap.of(text));
        var group = new ArrayList<String>();
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext();) {
            String line = lines.next();
            if (!line.isBlank()) {
                group.add(line);
            } else if (!group.isEmpty()) {
                reader.group(List.copyOf(group));
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            reader.group(group);
        }
    }

    private void group(List<String> lines) throws RefusedFile {
        List<String> rest = lines;
        if (rest.size() >= 2 && UNDERLINE.matcher(rest.get(1)).matches() && HeadingLine.isShort(rest.getFirst())) {
            sink.heading(rest.get(1).contains("=") ? 1 : 2, rest.getFirst());
            rest = rest.subList(2, rest.size());
        } else if (rest.size() == 1 && HeadingLine.isHeading(rest.getFirst(), first)) {
            sink.heading(first ? 1 : 2, rest.getFirst());
            rest = List.of();
        }
        first = false;
        rest = rest.stream().filter(line -> !RULE.matcher(line).matches()).toList();
        if (rest.stream().anyMatch(line -> LIST_MARKER.matcher(line).matches())) {
            list(rest);
        } else if (!rest.isEmpty()) {
            paragraphs(rest);
        }
    }

    /** Lines before the first marker are the sentence that introduces the list; others without one continue an item. */
    private void list(List<String> lines) throws RefusedFile {
        var item = new StringBuilder();
        int level = 0;
        for (String line : lines) {
            Matcher marker = LIST_MARKER.matcher(line);
            if (marker.matches()) {
                emit(level, item);
                level = 1 + marker.group(1).replace("\t", "    ").length() / SPACES_PER_LEVEL;
                item.append(marker.group(2));
            } else {
                item.append(item.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        emit(level, item);
    }

    private void emit(int level, StringBuilder item) throws RefusedFile {
        if (level == 0) {
            sink.paragraph(item.toString());
        } else {
            sink.listItem(Math.min(level, 9), item.toString());
        }
        item.setLength(0);
    }

    private void paragraphs(List<String> lines) throws RefusedFile {
        List<String> paragraphs = wrap.unwrap(lines);
        if (lines.stream().mapToInt(String::length).sum() <= MAX_GROUP_CHARACTERS) {
            sink.paragraph(String.join("\n", paragraphs));
            return;
        }
        for (String paragraph : paragraphs) {
            sink.paragraph(paragraph);
        }
    }
}
