package dev.csai.ingest.extract.docx;

import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.RefusedFile;
import dev.csai.ingest.extract.docx.ParagraphDraft.DraftBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One flow of paragraphs and tables: the body, the footnotes, a header. Holds no more than a paragraph or a row of it. */
final class Story {
    /** What was removed or moved away, what is said twice for old programs, and the former properties of a revision. */
    private static final Set<String> SKIPPED = Set.of("del", "moveFrom", "Fallback", "pPrChange", "rPrChange",
            "sectPrChange", "tblPrChange",
            "trPrChange", "tcPrChange", "rt", "instrText", "delText");
    /** A paragraph as long as a book is handed on in pieces. */
    private static final int MAX_PARAGRAPH = 1_000_000;

    private final XMLStreamReader xml;
    private final Styles styles;
    private final BlockSink sink;
    private final Deque<ParagraphDraft> paragraphs = new ArrayDeque<>();
    private final Deque<TableDraft> tables = new ArrayDeque<>();
    /** Cells and text boxes, whose blocks wait for the end of their row or paragraph. */
    private final Deque<List<DraftBlock>> enclosures = new ArrayDeque<>();
    private boolean inText;
    private boolean inRun;
    private boolean hidden;

    private Story(XMLStreamReader xml, Styles styles, BlockSink sink) {
        this.xml = xml;
        this.styles = styles;
        this.sink = sink;
    }

    static void read(XMLStreamReader xml, Styles styles, BlockSink sink) throws XMLStreamException, RefusedFile {
        new Story(xml, styles, sink).read();
    }

    private void read() throws XMLStreamException, RefusedFile {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
                default -> {
                }
            }
        }
    }

    private void start(String name) throws XMLStreamException {
        if (SKIPPED.contains(name)) {
            SafeXml.skip(xml);
            return;
        }
        switch (name) {
            case "p" -> {
                if (Word.isElement(xml)) {
                    paragraphs.push(new ParagraphDraft());
                    inRun = false;
                }
            }
            case "txbxContent" -> enclosures.push(new ArrayList<>());
            case "tbl" -> tables.push(new TableDraft());
            case "tr", "tc", "tblHeader", "gridSpan", "vMerge" -> startInTable(name);
            case "r" -> {
                inRun = true;
                hidden = false;
            }
            case "vanish" -> hidden = inRun && Word.isOn(xml);
            case "t" -> inText = true;
            case "tab", "br", "cr", "noBreakHyphen" -> character(name);
            default -> property(name);
        }
    }

    private void startInTable(String name) {
        TableDraft table = tables.peek();
        if (table == null) {
            return;
        }
        switch (name) {
            case "tr" -> table.beginRow();
            case "tc" -> {
                table.beginCell();
                enclosures.push(new ArrayList<>());
            }
            case "tblHeader" -> table.headingRow();
            case "gridSpan" -> table.span(Word.number(xml, 1));
            default -> table.verticalMerge(Word.value(xml).equals("restart"));
        }
    }

    /** The same names stand for tab stops in the properties of a paragraph, hence only within a run. */
    private void character(String name) {
        ParagraphDraft paragraph = paragraphs.peek();
        if (paragraph != null && inRun && !hidden) {
            paragraph.append(switch (name) {
                case "tab" -> "\t";
                case "noBreakHyphen" -> "-";
                default -> "\n";
            });
        }
    }

    private void property(String name) {
        ParagraphDraft paragraph = paragraphs.peek();
        if (paragraph == null) {
            return;
        }
        switch (name) {
            case "pStyle" -> paragraph.style(Word.value(xml));
            case "outlineLvl" -> paragraph.outlineLevel(Word.number(xml, 9));
            case "numId" -> paragraph.listId(Word.number(xml, 0));
            case "ilvl" -> paragraph.listLevel(Word.number(xml, 0));
            default -> {
            }
        }
    }

    private void characters() throws RefusedFile {
        ParagraphDraft paragraph = paragraphs.peek();
        if (!inText || hidden || paragraph == null) {
            return;
        }
        paragraph.append(xml.getText());
        if (paragraph.length() > MAX_PARAGRAPH) {
            paragraphs.pop();
            take(paragraph.blocks(styles));
            paragraphs.push(new ParagraphDraft());
        }
    }

    private void end(String name) throws RefusedFile {
        switch (name) {
            case "t" -> inText = false;
            case "r" -> {
                inRun = false;
                hidden = false;
            }
            case "p" -> {
                if (Word.isElement(xml) && !paragraphs.isEmpty()) {
                    take(paragraphs.pop().blocks(styles));
                }
            }
            case "txbxContent" -> endTextBox();
            case "tbl" -> tables.poll();
            case "tc", "tr" -> endInTable(name);
            default -> {
            }
        }
    }

    private void endTextBox() throws RefusedFile {
        List<DraftBlock> content = enclosures.isEmpty() ? List.of() : enclosures.pop();
        ParagraphDraft anchor = paragraphs.peek();
        if (anchor == null) {
            take(content);
        } else {
            anchor.addAfterwards(content);
        }
    }

    private void endInTable(String name) throws RefusedFile {
        TableDraft table = tables.peek();
        if (table != null && name.equals("tr")) {
            take(table.endRow());
        } else if (table != null && !enclosures.isEmpty()) {
            table.endCell(enclosures.pop());
        }
    }

    private void take(List<DraftBlock> blocks) throws RefusedFile {
        List<DraftBlock> enclosure = enclosures.peek();
        if (enclosure != null) {
            enclosure.addAll(blocks);
            return;
        }
        for (DraftBlock block : blocks) {
            sink.accept(block.kind(), block.level(), null, block.text());
        }
    }
}
