package dev.csai.bench.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of figures.
 *
 * @param note what a reader must know to judge them; may be empty
 */
public record Table(String title, String note, List<String> header, List<List<String>> rows) {

    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("a row of " + title + " has not one cell for each column: " + row);
            }
        }
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("### " + title + "\n");
        if (!note.isEmpty()) {
            lines.add(note + "\n");
        }
        lines.add(line(header));
        lines.add(line(Collections.nCopies(header.size(), "---")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |"));
    }
}
