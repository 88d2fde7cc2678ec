package dev.csai.ingest.chunk;

import dev.csai.ingest.extract.Block;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One document on its way through the chunker. */
final class Cutting implements Iterator<Chunk> {

    private final Iterator<Block> blocks;
    private final Pieces pieces;
    private final Draft draft;
    private final Headings headings = new Headings();
    private final Queue<Chunk> finished = new ArrayDeque<>();
    private int ordinal;
    private boolean draftHasBody;

    Cutting(Iterator<Block> blocks, ChunkSize size, Tokens tokens) {
        this.blocks = blocks;
        this.pieces = new Pieces(size, tokens);
        this.draft = new Draft(size);
    }

    @Override
    public boolean hasNext() {
        while (finished.isEmpty() && blocks.hasNext()) {
            accept(blocks.next());
        }
        if (finished.isEmpty()) {
            keepLast();
        }
        return !finished.isEmpty();
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return finished.remove();
    }

    private void accept(Block block) {
        if (Headings.isHeading(block)) {
            if (draftHasBody) {
                finishDraft();
            }
            keep(headings.enter(block));
        } else {
            headings.use();
            pieces.of(block).forEach(this::gather);
            draftHasBody = true;
        }
    }

    private void gather(Piece piece) {
        if (!draft.takes(piece)) {
            finishDraft();
        }
        draft.add(piece);
    }

    /** A heading with nothing below it is kept as text, together with what comes next. */
    private void keep(@Nullable Block orphan) {
        if (orphan != null) {
            pieces.of(orphan).forEach(this::gather);
        }
    }

    private void keepLast() {
        keep(headings.leave());
        finishDraft();
    }

    private void finishDraft() {
        if (!draft.isEmpty()) {
            finished.add(draft.finish(ordinal, headings.path()));
            ordinal++;
            draftHasBody = false;
        }
    }
}
