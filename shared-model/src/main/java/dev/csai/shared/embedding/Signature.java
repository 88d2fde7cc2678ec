package dev.csai.shared.embedding;

/** The signs of a vector's components, as PostgreSQL's {@code bit varying} is written: 1 for positive. */
public final class Signature {

    private Signature() {}

    public static String of(float[] vector) {
        var bits = new char[vector.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = vector[i] > 0 ? '1' : '0';
        }
        return new String(bits);
    }
}
