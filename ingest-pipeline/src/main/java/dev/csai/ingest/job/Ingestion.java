package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.index.IndexedChunk;
import dev.csai.ingest.index.Titles;
import dev.csai.ingest.work.Attempt;
import dev.csai.ingest.work.Work;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one attempt at one document hand to each other. In memory only: a restart begins anew. Not final,
 * because steps see it through a proxy of the step scope.
 */
class Ingestion {

    /** How far a document is when its file is read, and how far when its words are searched, too. */
    private static final int READ = 10;
    private static final int WORDS_SEARCHED = 15;
    private static final int ALMOST = 99;

    private static final Duration REPORT_EVERY = Duration.ofMillis(500);

    private final Attempt attempt;
    private long reportedNanos = System.nanoTime();
    private List<Chunk> chunks = List.of();
    private int unreadablePages;
    private Iterator<Chunk> unread = Collections.emptyIterator();
    private int begun = READ;
    private int indexed;
    private long embeddedTokens;
    private @Nullable UUID generation;

    Ingestion(Attempt attempt) {
        this.attempt = attempt;
    }

    Attempt attempt() {
        return attempt;
    }

    Work work() {
        return attempt.work();
    }

    /** What the document is about, as its title or its file's name says. */
    String title() {
        return work().written() ? work().fileName() : Titles.ofFile(work().fileName());
    }

    /** @param pagesLeftOut of which the chunks have nothing */
    void extracted(List<Chunk> all, int pagesLeftOut) {
        chunks = List.copyOf(all);
        unread = chunks.iterator();
        unreadablePages = pagesLeftOut;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    int unreadablePages() {
        return unreadablePages;
    }

    void wordsAreSearched() {
        begun = WORDS_SEARCHED;
    }

    @Nullable
    Chunk nextChunk() {
        return unread.hasNext() ? unread.next() : null;
    }

    int chunkCount() {
        return chunks.size();
    }

    void building(UUID newGeneration) {
        generation = newGeneration;
        indexed = 0;
        embeddedTokens = 0;
    }

    UUID generation() {
        if (generation == null) {
            throw new IllegalStateException("no generation is being built");
        }
        return generation;
    }

    void indexed(List<IndexedChunk> more) {
        indexed += more.size();
        embeddedTokens += more.stream().mapToLong(IndexedChunk::embeddedTokens).sum();
    }

    /** Tokens that embedding the generation took. */
    long embeddedTokens() {
        return embeddedTokens;
    }

    static int progressWhileCutting(int hundredthsCut) {
        return 1 + (READ - 1) * hundredthsCut / 100;
    }

    /** Whether enough time has passed since the last time this was true for people to be told how far it is. */
    boolean reportIsDue() {
        long now = System.nanoTime();
        boolean due = now - reportedNanos > REPORT_EVERY.toNanos();
        if (due) {
            reportedNanos = now;
        }
        return due;
    }

    /** @param written chunks whose words are stored */
    int progressWithWords(int written) {
        return READ + (WORDS_SEARCHED - READ) * written / chunks.size();
    }

    /** Activation alone makes it a hundred. */
    int progressWith(int more) {
        return begun + (int) ((long) (ALMOST - begun) * (indexed + more) / Math.max(1, chunks.size()));
    }
}
