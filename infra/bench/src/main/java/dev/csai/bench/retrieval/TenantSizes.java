package dev.csai.bench.retrieval;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How many chunks each tenant has: a few have many, and many a few, as customers do. */
final class TenantSizes {

    private static final double SKEW = 0.8;

    private TenantSizes() {}

    /** Largest first; they add up to the chunks. */
    static int[] of(int tenants, int chunks) {
        double[] weights = IntStream.rangeClosed(1, tenants).mapToDouble(rank -> Math.pow(rank, -SKEW)).toArray();
        double sum = Arrays.stream(weights).sum();
        int[] sizes = new int[tenants];
        int left = chunks;
        for (int i = tenants - 1; i >= 0; i--) {
            sizes[i] = i == 0 ? left : Math.max(1, (int) (chunks * weights[i] / sum));
            left -= sizes[i];
        }
        return sizes;
    }
}
