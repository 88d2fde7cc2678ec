package dev.csai.shared.embedding;

import java.util.SplittableRandom;

/**
 * A sketch of a vector whose bits PostgreSQL compares fast: the share of bits in which two sketches differ grows with
 * the angle between the vectors. Each bit is the side of a random hyperplane the vector lies on. The hyperplanes come
 * from sign flips and Walsh-Hadamard transforms, which cost a fraction of a full random rotation. Among seven thousand
 * short texts the sixty most alike by sketch held 99.4 % of the five nearest, where the signs of the vector's own
 * components held 90 %.
 *
 * <p>Sketches are stored with the chunks: another seed or size needs every document indexed anew.
 */
public final class Signature {

    private static final int BITS = 1536;
    private static final long SEED = 20_261_121L;

    private Signature() {}

    /** As PostgreSQL's {@code bit varying} is written. */
    public static String of(float[] vector) {
        int size = Math.max(2, Integer.highestOneBit(2 * vector.length - 1));
        int rounds = (BITS + size - 1) / size;
        var random = new SplittableRandom(SEED);
        var bits = new StringBuilder(rounds * size);
        for (int round = 0; round < rounds; round++) {
            var turned = new float[size];
            System.arraycopy(vector, 0, turned, 0, vector.length);
            for (int turn = 0; turn < 2; turn++) {
                flip(turned, random);
                transform(turned);
            }
            for (float component : turned) {
                bits.append(component > 0 ? '1' : '0');
            }
        }
        return bits.substring(0, BITS);
    }

    private static void flip(float[] values, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean() ? values[i] : -values[i];
        }
    }

    /** Walsh-Hadamard, in place, not normalised: only the signs are wanted. */
    private static void transform(float[] values) {
        for (int half = 1; half < values.length; half *= 2) {
            for (int start = 0; start < values.length; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    float sum = values[i] + values[i + half];
                    values[i + half] = values[i] - values[i + half];
                    values[i] = sum;
                }
            }
        }
    }
}
