package dev.csai.ingest.extract.pdf;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a paragraph ends between two lines. PDF does not say; type, space and indentation do. */
final class ParagraphEnds {
    static final Pattern LIST_MARKER = Pattern.compile("(?:[•‣◦▪●○■□–\\-*·]|\\(?\\d{1,2}[.)])\\s+(?=\\S).*",
            Pattern.DOTALL);

    private static final float OTHER_SIZE = 0.1f;
    private static final float WIDE_LEADING = 1.35f;
    private static final float WIDEST_LEADING = 2.4f;
    private static final float INDENT = 0.8f;
    private static final float NO_INDENT = 0.3f;
    /** Average width of a letter, of the font size. */
    private static final float LETTER = 0.5f;
    private static final String BULLETS = "•‣◦▪●○■□";
    private static final String ITEM_ENDS = ".!?:;,";
    private static final String SENTENCE_ENDS = ".!?:…׃؟";

    private final Columns columns;

    ParagraphEnds(Columns columns) {
        this.columns = columns;
    }

    /**
     * @param before the line before in the same paragraph
     * @param after the line after next
     */
    boolean isBetween(@Nullable TextLine before, TextLine line, TextLine next, @Nullable TextLine after) {
        if (line.isTableRow() || next.isTableRow() || beginsItem(line, next)
                || Math.abs(line.fontSize() - next.fontSize()) > OTHER_SIZE * line.fontSize()) {
            return true;
        }
        if (!columns.areSame(line, next)) {
            return !runsOn(line, next);
        }
        return next.y() < line.y() || isWide(before, line, next, after)
                || (line.bold() != next.bold() && columns.roomAfter(line) > line.fontSize())
                || isIndented(line, next) || endsEarly(line, next);
    }

    /** A dash or a number may also just have come to stand at the beginning of a line. */
    private boolean beginsItem(TextLine line, TextLine next) {
        if (BULLETS.indexOf(next.text().charAt(0)) >= 0) {
            return true;
        }
        char last = line.text().charAt(line.text().length() - 1);
        boolean afterSomething = ITEM_ENDS.indexOf(last) >= 0 || !columns.areSame(line, next)
                || columns.roomAfter(line) > 3 * line.fontSize();
        return afterSomething && LIST_MARKER.matcher(next.text()).matches();
    }

    /** Wider than before in this paragraph; at its first line, wider than usual here and than what follows. */
    private boolean isWide(@Nullable TextLine before, TextLine line, TextLine next, @Nullable TextLine after) {
        float leading = next.y() - line.y();
        if (leading > WIDEST_LEADING * next.fontSize()) {
            return true;
        }
        if (before != null && columns.areSame(before, line)) {
            return leading > WIDE_LEADING * (line.y() - before.y());
        }
        boolean wide = leading > WIDE_LEADING * columns.leading(next);
        boolean sameAfter = after != null && columns.areSame(next, after)
                && leading <= WIDE_LEADING * (after.y() - next.y());
        return wide && !sameAfter;
    }

    /** Over the end of a column or page only what visibly goes on is joined. */
    private static boolean runsOn(TextLine line, TextLine next) {
        char last = line.text().charAt(line.text().length() - 1);
        return SENTENCE_ENDS.indexOf(last) < 0 && Character.isLowerCase(next.text().codePointAt(0));
    }

    private boolean isIndented(TextLine line, TextLine next) {
        boolean listItem = LIST_MARKER.matcher(line.text()).matches();
        return !listItem && columns.indent(next) > INDENT * next.fontSize()
                && columns.indent(line) < NO_INDENT * line.fontSize();
    }

    /** The first word of the next line would have fitted: the break was meant. */
    private boolean endsEarly(TextLine line, TextLine next) {
        int space = next.text().indexOf(' ');
        int firstWord = space < 0 ? next.text().length() : space;
        boolean sentenceEnds = SENTENCE_ENDS.indexOf(line.text().charAt(line.text().length() - 1)) >= 0;
        float doubt = sentenceEnds ? 1f : Math.max(3f, columns.width(line) / line.fontSize() * 0.15f);
        return columns.roomAfter(line) > (firstWord * LETTER + doubt) * line.fontSize();
    }
}
