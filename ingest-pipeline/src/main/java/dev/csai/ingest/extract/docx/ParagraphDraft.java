package dev.csai.ingest.extract.docx;

import dev.csai.ingest.extract.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A paragraph while its properties and runs go by. */
final class ParagraphDraft {
    private static final Pattern TYPED_BULLET = Pattern.compile("\\s*[•‣◦▪●○■□]\\s+(?=\\S)");

    private final StringBuilder text = new StringBuilder();
    /** Text boxes are anchored in the middle of a sentence; they are read after it. */
    private final List<DraftBlock> afterwards = new ArrayList<>();
    private String style = "";
    private @Nullable Integer outlineLevel;
    private @Nullable Integer listId;
    private int listLevel;

    record DraftBlock(Kind kind, int level, String text) {}

    void append(CharSequence characters) {
        text.append(characters);
    }

    int length() {
        return text.length();
    }

    void style(String id) {
        style = id;
    }

    void outlineLevel(int level) {
        outlineLevel = level;
    }

    void listId(int id) {
        listId = id;
    }

    void listLevel(int level) {
        listLevel = level;
    }

    void addAfterwards(List<DraftBlock> blocks) {
        afterwards.addAll(blocks);
    }

    List<DraftBlock> blocks(Styles styles) {
        var blocks = new ArrayList<DraftBlock>();
        if (!text.toString().isBlank() && !styles.isTableOfContents(style)) {
            blocks.add(block(styles));
        }
        blocks.addAll(afterwards);
        return blocks;
    }

    /** What a paragraph says of itself goes before its style; list id 0 takes it out of the list of its style. */
    private DraftBlock block(Styles styles) {
        int heading = outlineLevel == null ? styles.headingLevel(style) : outlineLevel + 1;
        if (heading >= 1 && heading <= 9) {
            return new DraftBlock(Kind.HEADING, heading, text.toString());
        }
        Matcher bullet = TYPED_BULLET.matcher(text);
        if (bullet.lookingAt()) {
            return new DraftBlock(Kind.LIST_ITEM, 1, text.substring(bullet.end()));
        }
        boolean listed = listId == null ? styles.isList(style) : listId > 0;
        return listed
                ? new DraftBlock(Kind.LIST_ITEM, Math.min(listLevel + 1, 9), text.toString())
                : new DraftBlock(Kind.PARAGRAPH, 0, text.toString());
    }
}
