package dev.csai.bench.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantSizesTests {

    @Test
    void they_add_up_and_fall_from_the_largest_tenant_to_the_smallest() {
        int[] sizes = TenantSizes.of(10_000, 1_000_000);

        assertThat(sizes).hasSize(10_000);
        assertThat(Arrays.stream(sizes).sum()).isEqualTo(1_000_000);
        int[] ascending = Arrays.stream(sizes).sorted().toArray();
        assertThat(ascending[0]).isPositive();
        assertThat(IntStream.rangeClosed(1, sizes.length).map(i -> sizes[sizes.length - i]).toArray())
                .isEqualTo(ascending);
    }

    @Test
    void one_tenant_has_all() {
        assertThat(TenantSizes.of(1, 1_000)).containsExactly(1_000);
    }
}
