package dev.csai.ingest.extract;

import dev.csai.ingest.extract.Block.Kind;
import dev.csai.ingest.extract.text.PlainTextReader;
import java.util.ArrayList;
import java.util.List;

/** Text that a member typed into a form. It is no file in a format that could be hostile, so no child reads it. */
public final class TypedText {

    private TypedText() {}

    /**
     * Its blocks in reading order; none where no letter or digit is left.
     *
     * @throws RefusedFile never in fact: the door has held it to far less than a file may have
     */
    public static List<Block> blocks(String text) throws RefusedFile {
        var blocks = new ArrayList<Block>();
        PlainTextReader.read(text, (kind, level, page, raw) -> add(blocks, kind, level, CleanText.of(raw)));
        return blocks;
    }

    private static void add(List<Block> blocks, Kind kind, int level, String text) {
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            LongText.divide(text, Block.MAX_CHARACTERS)
                    .forEach(part -> blocks.add(new Block(kind, level, null, part)));
        }
    }
}
