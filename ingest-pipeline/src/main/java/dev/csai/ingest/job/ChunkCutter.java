package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.chunk.Chunker;
import dev.csai.ingest.extract.Block;
import dev.csai.ingest.extract.Extraction.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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

    /** At most one chunk more than the limit. */
    List<Chunk> cut(Outcome.Extracted extracted) {
        var blocks = new ArrayList<Block>(extracted.blockCount());
        extracted.forEachBlock(blocks::add);
        var chunks = new ArrayList<Chunk>();
        Iterator<Chunk> cut = chunker.chunks(blocks.iterator());
        while (cut.hasNext() && chunks.size() <= limit) {
            chunks.add(cut.next());
        }
        return chunks;
    }
}
