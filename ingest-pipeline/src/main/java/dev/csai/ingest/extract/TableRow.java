package dev.csai.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/** How a row of a table reads when the table around it is gone: each cell under the heading of its column, if it has one. */
public final class TableRow {
    /** A longer heading is a sentence, which would drown the cells. */
    private static final int MAX_HEADING = 40;

    private TableRow() {}

    /**
     * @param columns headings, or an empty list; used only if there is one for each cell
     * @return blank if all cells are
     */
    public static String text(List<String> columns, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return "";
        }
        boolean named = columns.size() == cells.size() && !columns.equals(cells)
                && columns.stream().allMatch(column -> column.length() <= MAX_HEADING);
        var parts = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip().replace('\n', ' ');
            boolean prefixed = named && !cell.isEmpty() && !columns.get(i).isBlank();
            parts.add(prefixed ? columns.get(i).strip() + ": " + cell : cell);
        }
        return String.join(" | ", parts);
    }
}
