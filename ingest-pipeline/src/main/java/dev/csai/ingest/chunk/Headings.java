package dev.csai.ingest.chunk;

import dev.csai.ingest.extract.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The headings that are open at a place in the document, outermost first. */
final class Headings {

    private static final String SEPARATOR = " › ";

    /** What is longer is a paragraph in bold type. */
    private static final int LONGEST = 150;

    private final Deque<Block> open = new ArrayDeque<>();

    /** Whether text has come since the innermost heading, or there is no heading. */
    private boolean used = true;

    static boolean isHeading(Block block) {
        return block.kind() == Block.Kind.HEADING && block.text().length() <= LONGEST;
    }

    /** @return the path this heading ends, if nothing has come below it: it would be lost */
    @Nullable
    Block enter(Block heading) {
        Block orphan = open.isEmpty() || open.getLast().level() < heading.level() ? null : unused();
        while (!open.isEmpty() && open.getLast().level() >= heading.level()) {
            open.removeLast();
        }
        open.addLast(heading);
        used = false;
        return orphan;
    }

    void use() {
        used = true;
    }

    /** @return the path the document ends with, if nothing has come below it */
    @Nullable
    Block leave() {
        Block orphan = unused();
        used = true;
        return orphan;
    }

    @Nullable
    String path() {
        return open.isEmpty()
                ? null
                : String.join(SEPARATOR, open.stream().map(Block::text).toList()).replace('\n', ' ');
    }

    private @Nullable Block unused() {
        String path = path();
        return used || path == null ? null : new Block(Block.Kind.PARAGRAPH, 0, open.getLast().page(), path);
    }
}
