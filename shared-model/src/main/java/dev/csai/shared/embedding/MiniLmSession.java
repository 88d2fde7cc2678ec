package dev.csai.shared.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/** Runs the network over the tokens of one text, averages their vectors and brings the average to unit length. */
final class MiniLmSession {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private MiniLmSession(byte[] model, OrtSession.SessionOptions options) throws OrtException {
        this.session = environment.createSession(model, options);
    }

    static MiniLmSession load(String resource, int threads) {
        try (InputStream in = MiniLmSession.class.getResourceAsStream(resource);
                var options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IllegalStateException("The embedding model is not on the class path: " + resource);
            }
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Waiting threads would otherwise spin on cores that the database and the server need.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new MiniLmSession(in.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedding model could not be read: " + resource, e);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model could not be loaded: " + resource, e);
        }
    }

    float[] run(long[] ids) throws OrtException {
        long[] shape = {1, ids.length};
        var ones = new long[ids.length];
        Arrays.fill(ones, 1L);
        try (var tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                var result = session
                        .run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
        }
    }

    void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model could not be closed", e);
        }
    }

    private static float[] pooled(FloatBuffer states, int tokens) {
        var sum = new float[MiniLmEmbeddingModel.DIMENSIONS];
        for (int token = 0; token < tokens; token++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += states.get();
            }
        }
        double squares = 0;
        for (float value : sum) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return sum;
    }
}
