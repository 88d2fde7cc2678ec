package dev.csai.shared.embedding;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.embedding.EmbeddingResponseMetadata;

/**
 * all-MiniLM-L6-v2, quantised to eight bits, run in process by ONNX Runtime. English only: it splits Hebrew into
 * single letters. Vectors have unit length, so that their dot product is the cosine. Safe for concurrent use.
 *
 * <p>Texts are run one by one: padding a batch to its longest text costs more than the batch saves on a CPU.
 */
public final class MiniLmEmbeddingModel implements EmbeddingModel, AutoCloseable {

    /** Stored beside every vector; vectors of different names are never compared. */
    public static final String NAME = "all-minilm-l6-v2-q";

    public static final int DIMENSIONS = 384;

    /** Positions the model has. What goes beyond is cut off, so chunks are kept well below. */
    static final int WINDOW = 512;

    private final WordPieces wordPieces;
    private final MiniLmSession session;
    /** Held for reading while native code works: freeing its memory under it would end the JVM. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @param threads cores one text may use at once; with one, concurrent callers scale best
     * @throws IllegalStateException if the native library or the model cannot be loaded
     */
    public MiniLmEmbeddingModel(int threads) {
        this.wordPieces = WordPieces.load("/" + NAME + "-tokenizer.json");
        this.session = MiniLmSession.load("/" + NAME + ".onnx", threads);
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        List<String> texts = request.getInstructions();
        var embeddings = new ArrayList<Embedding>(texts.size());
        int tokens = 0;
        for (String text : texts) {
            long[] ids = ids(text);
            tokens += ids.length;
            embeddings.add(new Embedding(vector(ids), embeddings.size()));
        }
        return new EmbeddingResponse(embeddings, new EmbeddingResponseMetadata(NAME, new DefaultUsage(tokens, 0)));
    }

    @Override
    public float[] embed(String text) {
        return vector(ids(text));
    }

    @Override
    public float[] embed(Document document) {
        String text = document.getText();
        if (text == null) {
            throw new IllegalArgumentException("Only text can be embedded: document " + document.getId());
        }
        return embed(text);
    }

    /** Tokens of the whole text, however long, without the two that frame it. */
    public int tokens(String text) {
        return whileOpen(() -> wordPieces.count(text));
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    /** Waits for what is being embedded; later calls fail. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
                wordPieces.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private long[] ids(String text) {
        return whileOpen(() -> wordPieces.ids(text, WINDOW));
    }

    private float[] vector(long[] ids) {
        return whileOpen(() -> {
            try {
                return session.run(ids);
            } catch (OrtException e) {
                throw new IllegalStateException("The embedding model failed on " + ids.length + " tokens", e);
            }
        });
    }

    private <T> T whileOpen(Supplier<T> work) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The embedding model is closed");
            }
            return work.get();
        } finally {
            use.readLock().unlock();
        }
    }
}
