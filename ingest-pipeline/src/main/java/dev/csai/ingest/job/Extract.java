package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.extract.Extraction;
import dev.csai.ingest.extract.Extraction.Outcome;
import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import dev.csai.shared.blob.BlobTooLarge;
import dev.csai.shared.blob.LocalCopy;
import dev.csai.shared.knowledge.WrittenKnowledge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Reads the bytes and cuts their text into chunks, or finds that they cannot be used. */
final class Extract implements Tasklet {

    /** The document cannot be used; its owner is told why. */
    static final ExitStatus REFUSED = new ExitStatus("REFUSED");
    /** An attempt before this one got as far as activation. */
    static final ExitStatus ACTIVATED = new ExitStatus("ACTIVATED");

    /** It takes so long to embed that its words are to be searched first. */
    static final ExitStatus LONG = new ExitStatus("LONG");

    private final Ingestion ingestion;
    private final BlobStore blobs;
    private final Extraction extraction;
    private final ChunkCutter cutter;
    private final HeldWork held;
    private final DocumentStates states;
    private final int longFrom;

    /** @param longFrom chunks from which a document is long */
    Extract(Ingestion ingestion, BlobStore blobs, Extraction extraction, ChunkCutter cutter, HeldWork held,
            DocumentStates states, int longFrom) {
        this.ingestion = ingestion;
        this.blobs = blobs;
        this.extraction = extraction;
        this.cutter = cutter;
        this.held = held;
        this.states = states;
        this.longFrom = longFrom;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context)
            throws IOException, InterruptedException {
        if (ingestion.work().activated()) {
            contribution.setExitStatus(ACTIVATED);
        } else {
            held.run(ingestion.attempt(), () -> states.processing(ingestion.work(), 1));
            contribution.setExitStatus(extract());
        }
        return RepeatStatus.FINISHED;
    }

    private ExitStatus extract() throws IOException, InterruptedException {
        Work work = ingestion.work();
        BlobKey blob = BlobKey.of(work.blob());
        if (!blob.tenant().equals(work.tenant())) {
            throw new IllegalStateException("the blob of document " + work.documentId() + " is another tenant's");
        }
        try (LocalCopy copy = blobs.localCopy(blob, extraction.maxBytes())) {
            return work.written() ? readWritten(copy.file()) : extract(copy.file(), work.fileName());
        } catch (BlobTooLarge e) {
            return refused(DocumentProblem.of(ExtractionProblem.TOO_LARGE));
        }
    }

    private ExitStatus extract(Path file, String fileName) throws IOException, InterruptedException {
        try (Outcome outcome = extraction.extract(file, fileName)) {
            return switch (outcome) {
                case Outcome.Refused(ExtractionProblem problem) -> refused(DocumentProblem.of(problem));
                case Outcome.Extracted extracted ->
                    keep(cutter.cut(extracted, this::report), extracted.unreadablePages());
            };
        }
    }

    private ExitStatus readWritten(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return keep(cutter.cut(WrittenKnowledge.read(bytes), this::report), 0);
        } catch (RefusedFile e) {
            return refused(DocumentProblem.of(e.problem()));
        }
    }

    private ExitStatus keep(List<Chunk> chunks, int unreadablePages) {
        if (chunks.isEmpty()) {
            return refused(DocumentProblem.of(ExtractionProblem.EMPTY));
        }
        if (chunks.size() > cutter.limit()) {
            return refused(DocumentProblem.tooManyChunks(cutter.limit()));
        }
        ingestion.extracted(chunks, unreadablePages);
        held.run(ingestion.attempt(), () -> states.processing(ingestion.work(), ingestion.progressWith(0)));
        return chunks.size() < longFrom ? ExitStatus.COMPLETED : LONG;
    }

    private void report(int hundredthsCut) {
        if (ingestion.reportIsDue()) {
            held.run(ingestion.attempt(),
                    () -> states.processing(ingestion.work(), Ingestion.progressWhileCutting(hundredthsCut)));
        }
    }

    private ExitStatus refused(DocumentProblem problem) {
        held.run(ingestion.attempt(), () -> states.failed(ingestion.work(), problem));
        return REFUSED;
    }
}
