package dev.csai.ingest.extract;

import dev.csai.ingest.extract.Block.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps blocks in memory, cleaned as in production, and shows them one per line. */
public final class BlockList implements BlockSink {
    private final List<Block> blocks = new ArrayList<>();

    @Override
    public void accept(Kind kind, int level, @Nullable Integer page, String rawText) {
        LongText.divide(CleanText.of(rawText), Block.MAX_CHARACTERS)
                .forEach(text -> blocks.add(new Block(kind, level, page, text)));
    }

    static List<Block> copyOf(Iterator<Block> read) {
        var blocks = new ArrayList<Block>();
        read.forEachRemaining(blocks::add);
        return blocks;
    }

    /** Such as {@code H1 Prices} or {@code P Open daily.}. */
    public List<String> lines() {
        return blocks.stream().map(BlockList::line).toList();
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    public String text() {
        return String.join("\n", blocks.stream().map(Block::text).toList());
    }

    private static String line(Block block) {
        return switch (block.kind()) {
            case HEADING -> "H" + block.level();
            case PARAGRAPH -> "P";
            case LIST_ITEM -> "L" + block.level();
            case TABLE_ROW -> "R";
        } + " " + block.text();
    }
}
