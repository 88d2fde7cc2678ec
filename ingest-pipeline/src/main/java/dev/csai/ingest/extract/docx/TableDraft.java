package dev.csai.ingest.extract.docx;

import static java.util.stream.Collectors.joining;

import dev.csai.ingest.extract.Block.Kind;
import dev.csai.ingest.extract.TableRow;
import dev.csai.ingest.extract.docx.ParagraphDraft.DraftBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table while its rows go by; holds one row, its headings and the cells that reach down from rows above. */
final class TableDraft {
    private static final int MAX_SPAN = 63;

    private final Map<Integer, String> reachingDown = new HashMap<>();
    private final List<List<DraftBlock>> cells = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private List<String> columns = List.of();
    private boolean firstRow = true;
    private boolean headingRow;
    private int gridColumn;
    private int span = 1;
    private boolean continuesAbove;
    private boolean startsDown;

    void beginRow() {
        cells.clear();
        texts.clear();
        headingRow = false;
        gridColumn = 0;
    }

    void beginCell() {
        span = 1;
        continuesAbove = false;
        startsDown = false;
    }

    void headingRow() {
        headingRow = true;
    }

    void span(int columnsSpanned) {
        span = Math.clamp(columnsSpanned, 1, MAX_SPAN);
    }

    void verticalMerge(boolean restart) {
        startsDown = restart;
        continuesAbove = !restart;
    }

    /** A merged cell counts in every row it reaches into: that is how a person reads it. */
    void endCell(List<DraftBlock> content) {
        String text = content.stream().filter(block -> block.kind() != Kind.TABLE_ROW)
                .map(block -> block.text().strip()).collect(joining(" "));
        if (continuesAbove) {
            text = reachingDown.getOrDefault(gridColumn, "");
        } else if (startsDown) {
            reachingDown.put(gridColumn, text);
        }
        cells.add(content);
        texts.add(text);
        gridColumn += span;
    }

    /** A row of one cell is a frame around text and not a table; rows of tables inside cells follow their row. */
    List<DraftBlock> endRow() {
        var blocks = new ArrayList<DraftBlock>();
        if (cells.size() == 1) {
            blocks.addAll(cells.getFirst());
        } else {
            blocks.add(new DraftBlock(Kind.TABLE_ROW, 0, TableRow.text(columns, texts)));
            cells.forEach(cell -> cell.stream().filter(block -> block.kind() == Kind.TABLE_ROW).forEach(blocks::add));
        }
        if (firstRow && headingRow) {
            columns = List.copyOf(texts);
        }
        firstRow = false;
        return blocks;
    }
}
