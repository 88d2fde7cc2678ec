package dev.csai.bench.retrieval;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chunks of so many tenants, made up from seeds, so that what was loaded can be made again to compare with.
 *
 * @param tenants largest first
 */
record Corpus(String name, List<GeneratedTenant> tenants) {

    Corpus {
        tenants = List.copyOf(tenants);
    }

    static Corpus of(String name, int tenants, int chunks, Vocabulary vocabulary) {
        List<GeneratedTenant> generated = new ArrayList<>();
        for (int size : TenantSizes.of(tenants, chunks)) {
            generated.add(new GeneratedTenant(new TenantId(Ids.next()), size, generated.size() + 1L, vocabulary));
        }
        return new Corpus(name, generated);
    }

    /** Those whose questions are asked, by what they are an example of. */
    List<Group> groups(int most) {
        int size = tenants.size();
        if (size == 1) {
            return List.of(group("the only tenant", tenants));
        }
        int some = Math.min(most, size / 10);
        return List.of(group("smallest tenants", tenants.subList(size - some, size)),
                group("median tenants", tenants.subList(size / 2 - some / 2, size / 2 + (some + 1) / 2)),
                group("largest tenant", tenants.subList(0, 1)));
    }

    /** @param chunks of a tenant among them */
    record Group(String name, List<GeneratedTenant> tenants, int chunks) {}

    private static Group group(String name, List<GeneratedTenant> tenants) {
        int[] sizes = tenants.stream().mapToInt(GeneratedTenant::size).sorted().toArray();
        return new Group(name, List.copyOf(tenants), Arrays.stream(sizes).skip(sizes.length / 2).findFirst().orElse(0));
    }
}
