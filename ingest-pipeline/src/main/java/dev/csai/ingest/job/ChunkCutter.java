package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.chunk.Chunker;
import dev.csai.ingest.extract.Block;
import dev.csai.ingest.extract.Extraction.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.function.IntConsumer;

/** All chunks of a document at once, so that how far the work is can be told; stops where there are too many. */
final class ChunkCutter {

    private final Chunker chunker;
    private final int limit;

    ChunkCutter(Chunker chunker, int limit) {
        this.chunker = chunker;
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    /**
     * At most one chunk more than the limit.
     *
     * @param progress told how many of a hundred parts are cut, once for every chunk
     */
    List<Chunk> cut(Outcome.Extracted extracted, IntConsumer progress) {
        var blocks = new ArrayList<Block>(extracted.blockCount());
        extracted.forEachBlock(blocks::add);
        var chunks = new ArrayList<Chunk>();
        ListIterator<Block> unread = blocks.listIterator();
        Iterator<Chunk> cut = chunker.chunks(unread);
        while (cut.hasNext() && chunks.size() <= limit) {
            chunks.add(cut.next());
            progress.accept((int) (100L * unread.nextIndex() / blocks.size()));
        }
        return chunks;
    }
}
