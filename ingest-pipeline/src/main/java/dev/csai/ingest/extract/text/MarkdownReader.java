package dev.csai.ingest.extract.text;

import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.RefusedFile;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads Markdown (CommonMark with tables) by its structure; of links and pictures their text remains. */
public final class MarkdownReader {
    /** Deeper nesting has no meaning to a reader of text and would only cost stack. */
    private static final int MAX_NESTING = 100;

    private final BlockSink sink;

    private MarkdownReader(BlockSink sink) {
        this.sink = sink;
    }

    public static void read(String text, BlockSink sink) throws RefusedFile {
        var parser = Parser.builder().extensions(List.of(TablesExtension.create())).maxOpenBlockParsers(MAX_NESTING)
                .build();
        new MarkdownReader(sink).children(parser.parse(text), 0);
    }

    private void children(Node parent, int listLevel) throws RefusedFile {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, listLevel);
        }
    }

    private void block(Node node, int listLevel) throws RefusedFile {
        switch (node) {
            case Heading heading -> sink.heading(heading.getLevel(), inline(heading));
            case Paragraph paragraph -> paragraph(inline(paragraph), listLevel);
            case ListBlock list -> list(list, listLevel + 1);
            case FencedCodeBlock code -> paragraph(code.getLiteral(), listLevel);
            case IndentedCodeBlock code -> paragraph(code.getLiteral(), listLevel);
            case HtmlBlock html -> HtmlReader.readFragment(html.getLiteral(), sink);
            case TableRow row -> sink.tableRow(dev.csai.ingest.extract.TableRow.text(columns(row), cells(row)));
            default -> children(node, listLevel);
        }
    }

    private void paragraph(String text, int listLevel) throws RefusedFile {
        if (listLevel == 0) {
            sink.paragraph(text);
        } else {
            sink.listItem(Math.min(listLevel, 9), text);
        }
    }

    /** The number of an ordered item is part of what it says ("step 3"). */
    private void list(ListBlock list, int level) throws RefusedFile {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Node lead = item.getFirstChild();
            if (list instanceof OrderedList && item instanceof ListItem && lead instanceof Paragraph paragraph) {
                sink.listItem(Math.min(level, 9), number + ". " + inline(paragraph));
                for (Node rest = paragraph.getNext(); rest != null; rest = rest.getNext()) {
                    block(rest, level);
                }
            } else {
                children(item, level);
            }
            number++;
        }
    }

    /** The head of a table is its first row, which is not to be read under itself. */
    private static List<String> columns(TableRow row) {
        return row.getParent().getPrevious() instanceof TableHead it && it.getFirstChild() instanceof TableRow columns
                ? cells(columns)
                : List.of();
    }

    private static List<String> cells(TableRow row) {
        var cells = new ArrayList<String>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(inline(cell));
            }
        }
        return cells;
    }

    /** Inline HTML is left out, its content stays; soft breaks are those of the editor, hard ones are meant. */
    private static String inline(Node parent) {
        var text = new StringBuilder();
        Node node = parent.getFirstChild();
        while (node != null) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _ -> text.append(' ');
                case HardLineBreak _ -> text.append('\n');
                default -> {
                }
            }
            node = following(node, parent);
        }
        return text.toString();
    }

    /** Depth first without recursion: emphasis nests as deep as its author likes. */
    private static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (!at.equals(root) && at.getNext() == null) {
            at = at.getParent();
        }
        return at.equals(root) ? null : at.getNext();
    }
}
