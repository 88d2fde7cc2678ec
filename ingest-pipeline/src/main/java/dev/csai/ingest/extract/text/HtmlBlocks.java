package dev.csai.ingest.extract.text;

import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.RefusedFile;
import dev.csai.ingest.extract.TableRow;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Walks a tree of HTML without recursion (pages nest thousands deep) and writes a block at each border of a block. */
final class HtmlBlocks {
    private static final Pattern WHITESPACE = Pattern.compile("\\s+");
    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dl");
    private static final Set<String> PREFORMATTED = Set.of("pre", "textarea");

    private final BlockSink sink;
    private final StringBuilder text = new StringBuilder();
    private int listLevel;
    private int preformatted;

    private HtmlBlocks(BlockSink sink) {
        this.sink = sink;
    }

    static void write(Element root, BlockSink sink) throws RefusedFile {
        new HtmlBlocks(sink).walk(root);
    }

    private void walk(Element root) throws RefusedFile {
        Node node = root;
        while (node != null) {
            boolean descend = enter(node);
            if (descend && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            node = leaveUpwards(node, root, descend);
        }
        flush(null);
    }

    private @Nullable Node leaveUpwards(Node from, Element root, boolean entered) throws RefusedFile {
        Node node = from;
        boolean leave = entered;
        while (true) {
            if (leave) {
                leave(node);
            }
            if (node.equals(root)) {
                return null;
            }
            Node next = node.nextSibling();
            if (next != null) {
                return next;
            }
            node = node.parentNode();
            if (node == null) {
                return null;
            }
            leave = true;
        }
    }

    /** @return whether the children are to be visited; a row of a table is taken whole */
    private boolean enter(Node node) throws RefusedFile {
        if (node instanceof TextNode words) {
            text.append(
                    preformatted > 0 ? words.getWholeText() : WHITESPACE.matcher(words.getWholeText()).replaceAll(" "));
        }
        if (!(node instanceof Element element)) {
            return true;
        }
        String name = element.normalName();
        if (name.equals("br")) {
            text.append('\n');
        } else if (name.equals("tr") && element.selectFirst("table") == null) {
            flush(null);
            sink.tableRow(row(element));
            return false;
        } else if (element.isBlock() || name.equals("td") || name.equals("th")) {
            flush(element.parent());
        }
        listLevel += LISTS.contains(name) ? 1 : 0;
        preformatted += PREFORMATTED.contains(name) ? 1 : 0;
        return true;
    }

    private void leave(Node node) throws RefusedFile {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (element.isBlock() || name.equals("td") || name.equals("th")) {
            flush(element);
        }
        listLevel -= LISTS.contains(name) ? 1 : 0;
        preformatted -= PREFORMATTED.contains(name) ? 1 : 0;
    }

    private void flush(@Nullable Element container) throws RefusedFile {
        String block = text.toString();
        text.setLength(0);
        if (block.isBlank()) {
            return;
        }
        String name = container == null ? "" : container.normalName();
        if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            sink.heading(name.charAt(1) - '0', block);
        } else if (listLevel > 0) {
            sink.listItem(Math.min(listLevel, 9), block);
        } else {
            sink.paragraph(block);
        }
    }

    private static String row(Element row) {
        return TableRow.text(columns(row), row.children().stream().map(Element::text).toList());
    }

    /** The first row, where all its cells are headings. */
    private static List<String> columns(Element row) {
        Element table = row.closest("table");
        Element first = table == null ? null : table.selectFirst("tr");
        if (first == null || first.selectFirst("td") != null) {
            return List.of();
        }
        return first.children().stream().map(Element::text).toList();
    }
}
