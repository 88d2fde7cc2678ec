package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.chunk.Chunker;
import dev.csai.ingest.extract.Block;
import dev.csai.ingest.extract.CleanText;
import dev.csai.ingest.extract.Extraction.Outcome;
import dev.csai.ingest.extract.RefusedFile;
import dev.csai.ingest.extract.TypedText;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.knowledge.WrittenKnowledge.Passage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

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
        return extracted.readBlocks(blocks -> cut(blocks, extracted.blockCount(), progress));
    }

    /** The same for what was typed. */
    List<Chunk> cut(WrittenKnowledge written, IntConsumer progress) throws RefusedFile {
        if (!written.divisible()) {
            return whole(written.passages());
        }
        var blocks = new ArrayList<Block>();
        for (Passage passage : written.passages()) {
            blocks.addAll(TypedText.blocks(passage.text()));
        }
        return cut(blocks.iterator(), blocks.size(), progress);
    }

    /** Blocks are never held all at once: a small file may have a great many. */
    private List<Chunk> cut(Iterator<Block> blocks, int count, IntConsumer progress) {
        var chunks = new ArrayList<Chunk>();
        var unread = new Counted(blocks);
        Iterator<Chunk> cut = chunker.chunks(unread);
        while (chunks.size() <= limit && cut.hasNext()) {
            chunks.add(cut.next());
            progress.accept((int) (100L * Math.min(unread.read, count) / count));
        }
        return chunks;
    }

    /** What is invisible is not text: a passage of nothing else is left out. */
    private List<Chunk> whole(List<Passage> passages) {
        var chunks = new ArrayList<Chunk>();
        for (Passage passage : passages) {
            String text = CleanText.of(passage.text());
            if (!text.isBlank() && chunks.size() <= limit) {
                chunks.add(chunker.whole(chunks.size(), heading(passage.heading()), text));
            }
        }
        return chunks;
    }

    private static @Nullable String heading(@Nullable String raw) {
        return raw == null ? null : CleanText.of(raw).replace('\n', ' ');
    }

    private static final class Counted implements Iterator<Block> {

        private final Iterator<Block> blocks;
        private int read;

        Counted(Iterator<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            return blocks.hasNext();
        }

        @Override
        public Block next() {
            read++;
            return blocks.next();
        }
    }
}
