package dev.csai.bench.retrieval;

import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import java.util.SplittableRandom;

/**
 * Random vectors whose components matter less and less, as those of a real model do: with this spectrum the cosines of
 * unrelated texts spread by about a tenth, where equal components would spread by a twentieth and be told apart worse.
 */
final class Directions {

    private static final int SIZE = MiniLmEmbeddingModel.DIMENSIONS;
    private static final double HALF = 12;
    private static final float[] SPECTRUM = spectrum();

    private Directions() {}

    /** Of unit length. */
    static float[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
        float[] vector = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            vector[i] = SPECTRUM[i] * (float) random.nextGaussian();
        }
        return unit(vector);
    }

    /** The first with so much of the second, brought to unit length. */
    static float[] mixed(float[] one, float[] other, float share) {
        float[] sum = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sum[i] = one[i] + share * other[i];
        }
        return unit(sum);
    }

    static double product(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        float length = (float) Math.sqrt(product(vector, vector));
        for (int i = 0; i < SIZE; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static float[] spectrum() {
        float[] spectrum = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            spectrum[i] = (float) Math.pow(1 + i / HALF, -0.6);
        }
        return spectrum;
    }
}
