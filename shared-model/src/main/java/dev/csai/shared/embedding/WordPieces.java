package dev.csai.shared.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The model's own tokenizer, whose native library and vocabulary come out of jars on the class path. */
final class WordPieces {

    /** Longer texts are counted slice by slice, so that none is held many times over in native memory. */
    private static final int SLICE = 100_000;

    /** No word piece of an ordinary text is longer on average: reading on could only yield tokens to be cut off. */
    private static final int CHARACTERS_PER_TOKEN = 40;

    private final HuggingFaceTokenizer tokenizer;

    private WordPieces(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    static WordPieces load(String resource) {
        if (System.getProperty("ai.djl.offline") == null) {
            // On a machine with a GPU the tokenizer would else look for another build of its library on the network.
            System.setProperty("ai.djl.offline", "true");
        }
        try (InputStream in = WordPieces.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The tokenizer is not on the class path: " + resource);
            }
            return new WordPieces(
                    HuggingFaceTokenizer.newInstance(in, Map.of("padding", "false", "truncation", "false")));
        } catch (IOException e) {
            throw new UncheckedIOException("The tokenizer could not be read: " + resource, e);
        }
    }

    /** At most {@code limit} ids, those that frame the text among them. */
    long[] ids(String text, int limit) {
        String head = text.substring(0, Math.min(text.length(), limit * CHARACTERS_PER_TOKEN));
        long[] ids = encode(head, true);
        if (ids.length <= limit) {
            return ids;
        }
        var cut = new long[limit];
        System.arraycopy(ids, 0, cut, 0, limit - 1);
        cut[limit - 1] = ids[ids.length - 1];
        return cut;
    }

    int count(String text) {
        int tokens = 0;
        for (int from = 0; from < text.length(); from += SLICE) {
            String slice = text.substring(from, Math.min(text.length(), from + SLICE));
            tokens += encode(slice, false).length;
        }
        return tokens;
    }

    /** The tokenizer's own method reads all else that is known of each token too, which takes half as long again. */
    private long[] encode(String text, boolean framed) {
        long encoding = TokenizersLibrary.LIB.encode(tokenizer.getHandle(), text, framed);
        try {
            return TokenizersLibrary.LIB.getTokenIds(encoding);
        } finally {
            TokenizersLibrary.LIB.deleteEncoding(encoding);
        }
    }

    void close() {
        tokenizer.close();
    }
}
