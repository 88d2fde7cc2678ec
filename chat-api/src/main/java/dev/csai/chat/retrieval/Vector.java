package dev.csai.chat.retrieval;

import dev.csai.shared.embedding.Signature;

/** A vector of unit length. */
final class Vector {

    private final float[] components;

    private Vector(float[] components) {
        this.components = components;
    }

    static Vector of(float[] components) {
        return new Vector(components.clone());
    }

    static Vector of(Float[] components) {
        var values = new float[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i];
        }
        return new Vector(values);
    }

    /** @throws IllegalArgumentException if the two are of different models */
    double cosine(Vector other) {
        if (components.length != other.components.length) {
            throw new IllegalArgumentException(
                    "vectors of %d and %d dimensions".formatted(components.length, other.components.length));
        }
        double sum = 0;
        for (int i = 0; i < components.length; i++) {
            sum += components[i] * other.components[i];
        }
        return sum;
    }

    String signature() {
        return Signature.of(components);
    }
}
