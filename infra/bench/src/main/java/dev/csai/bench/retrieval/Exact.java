package dev.csai.bench.retrieval;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a tenant's chunks really have nearest to a question: every vector compared in full. */
final class Exact {

    private final GeneratedTenant tenant;
    private final float[][] vectors;

    Exact(GeneratedTenant tenant) {
        this.tenant = tenant;
        this.vectors = IntStream.range(0, tenant.size()).parallel().mapToObj(tenant::vector).toArray(float[][]::new);
    }

    /** The texts of the nearest, which tell chunks apart. */
    Set<String> nearest(float[] vector, int count) {
        double[] cosines = IntStream.range(0, vectors.length).parallel()
                .mapToDouble(chunk -> Directions.product(vector, vectors[chunk])).toArray();
        List<String> texts = IntStream.range(0, vectors.length).boxed()
                .sorted(Comparator.comparingDouble((Integer chunk) -> -cosines[chunk])).limit(count)
                .map(chunk -> tenant.text(tenant.words(chunk))).toList();
        return new HashSet<>(texts);
    }
}
