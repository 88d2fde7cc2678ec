package dev.csai.chat.retrieval;

import dev.csai.shared.embedding.Signature;
import java.util.Arrays;

/** A question's vector, ready to be sent with the search. */
final class Vector {

    private final Float[] components;
    private final String signature;

    Vector(float[] components) {
        this.components = new Float[components.length];
        for (int i = 0; i < components.length; i++) {
            this.components[i] = components[i];
        }
        this.signature = Signature.of(components);
    }

    Float[] components() {
        return components.clone();
    }

    /** As pgvector reads it. */
    String text() {
        return Arrays.toString(components);
    }

    String signature() {
        return signature;
    }
}
