package dev.csai.shared.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/** Runs the network over the tokens of one text, averages their vectors and brings the average to unit length. */
final class MiniLmSession {

    private static final OrtEnvironment ENVIRONMENT = keptEnvironment();

    private final OrtSession session;

    private MiniLmSession(byte[] model, OrtSession.SessionOptions options) throws OrtException {
        this.session = ENVIRONMENT.createSession(model, options);
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
            // A twentieth faster; the retrieval tests find the same.
            options.addConfigEntry("optimization.enable_gelu_approximation", "1");
            return new MiniLmSession(in.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedding model could not be read: " + resource, e);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model could not be loaded: " + resource, e);
        }
    }

    /**
     * ONNX Runtime frees its environment in a shutdown hook, under whoever still runs, and the JVM dies of it in the
     * middle of an orderly stop (microsoft/onnxruntime#31352). The environment counts its users: one more, who never
     * leaves, keeps it to the end.
     */
    private static OrtEnvironment keptEnvironment() {
        OrtEnvironment created = OrtEnvironment.getEnvironment();
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method use = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            use.setAccessible(true);
            use.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "kept");
            return created;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This release of ONNX Runtime must be looked at: see the comment here", e);
        }
    }

    float[] run(long[] ids) throws OrtException {
        long[] shape = {1, ids.length};
        var ones = new long[ids.length];
        Arrays.fill(ones, 1L);
        try (var tokens = OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(new long[ids.length]), shape);
                var result = session
                        .run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return pooled(((OnnxTensor) result.get(0)).getFloatBuffer().array(), ids.length);
        }
    }

    void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model could not be closed", e);
        }
    }

    private static float[] pooled(float[] states, int tokens) {
        var sum = new float[MiniLmEmbeddingModel.DIMENSIONS];
        for (int token = 0; token < tokens; token++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += states[token * sum.length + i];
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
