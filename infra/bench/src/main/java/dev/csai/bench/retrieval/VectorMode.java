package dev.csai.bench.retrieval;

import java.util.Locale;

/** How the database keeps vectors and finds the near ones, by the word of {@code csai.vectors}. */
enum VectorMode {
    ARRAYS, PGVECTOR;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
