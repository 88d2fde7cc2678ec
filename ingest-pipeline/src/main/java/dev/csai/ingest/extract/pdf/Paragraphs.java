package dev.csai.ingest.extract.pdf;

import dev.csai.ingest.extract.Block.Kind;
import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.RefusedFile;
import dev.csai.ingest.extract.TableRow;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins the lines of a document into headings, paragraphs, list items and rows. */
final class Paragraphs {
    private static final Pattern BULLET = Pattern.compile("[•‣◦▪●○■□–\\-*·]\\s+");
    private static final Pattern LEADERS = Pattern.compile("(?:\\s?[.·…_]){4,}");

    private final BlockSink sink;
    private final Typography typography;
    private final ParagraphEnds ends;
    private final Hyphens hyphens;
    private final StringBuilder text = new StringBuilder();
    private @Nullable TextLine first;
    private boolean bold;

    private Paragraphs(List<TextLine> lines, BlockSink sink) {
        this.sink = sink;
        this.typography = Typography.of(lines);
        this.ends = new ParagraphEnds(Columns.of(lines));
        this.hyphens = new Hyphens(lines);
    }

    static void write(List<TextLine> lines, BlockSink sink) throws RefusedFile {
        new Paragraphs(lines, sink).write(lines);
    }

    private void write(List<TextLine> lines) throws RefusedFile {
        TextLine previous = null;
        TextLine before = null;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            TextLine after = i + 1 < lines.size() ? lines.get(i + 1) : null;
            boolean ended = previous != null && ends.isBetween(before, previous, line, after)
                    && !isSameHeading(previous, line);
            if (ended) {
                flush();
            }
            before = ended ? null : previous;
            if (line.isTableRow()) {
                sink.accept(Kind.TABLE_ROW, 0, line.page(), TableRow.text(List.of(), line.cells()));
            } else {
                add(line);
            }
            previous = line;
        }
        flush();
    }

    /** The lines of a heading are short by nature. */
    private boolean isSameHeading(TextLine line, TextLine next) {
        float leading = next.y() - line.y();
        int level = typography.headingLevel(line, line.bold(), line.text());
        return level > 0 && !line.isTableRow() && !next.isTableRow() && line.page() == next.page()
                && line.region() == next.region()
                && leading > 0 && leading < 1.6f * line.fontSize() && line.bold() == next.bold()
                && level == typography.headingLevel(next, next.bold(), next.text())
                && line.fontSize() > next.fontSize() * 0.95f
                && !ParagraphEnds.LIST_MARKER.matcher(next.text()).matches();
    }

    private void add(TextLine line) {
        if (first == null) {
            first = line;
            bold = true;
        }
        bold &= line.bold();
        hyphens.append(text, LEADERS.matcher(line.text()).replaceAll(" ").strip());
    }

    private void flush() throws RefusedFile {
        TextLine start = first;
        if (start == null) {
            return;
        }
        String paragraph = text.toString();
        text.setLength(0);
        first = null;
        int level = paragraph.isBlank() ? 0 : typography.headingLevel(start, bold, paragraph);
        Matcher bullet = BULLET.matcher(paragraph);
        if (level > 0) {
            sink.accept(Kind.HEADING, level, start.page(), paragraph);
        } else if (bullet.lookingAt()) {
            sink.accept(Kind.LIST_ITEM, 1, start.page(), paragraph.substring(bullet.end()));
        } else if (ParagraphEnds.LIST_MARKER.matcher(paragraph).matches()) {
            sink.accept(Kind.LIST_ITEM, 1, start.page(), paragraph);
        } else {
            sink.accept(Kind.PARAGRAPH, 0, start.page(), paragraph);
        }
    }
}
