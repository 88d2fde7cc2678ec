package dev.csai.ingest.extract.pdf;

import java.util.List;

/**
 * A line as it is read.
 *
 * @param region number of the column it stands in, new on each page
 * @param sideways whether it is written in another direction than most of its page
 * @param cells two or more where the line is a row of a table
 */
record TextLine(int page, int region, float left, float right, float y, float fontSize, boolean bold,
        boolean rightToLeft,
        boolean sideways, String text, List<String> cells) {
    boolean isTableRow() {
        return cells.size() > 1;
    }

    /** Where reading begins, growing in reading direction. */
    float start() {
        return rightToLeft ? -right : left;
    }

    /** Where reading ends, growing in reading direction. */
    float end() {
        return rightToLeft ? -left : right;
    }
}
