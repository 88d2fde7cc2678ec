package dev.csai.standalone.rules;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A look at a table that does not say whose rows it wants.
 *
 * @param tenant to whom row-level security binds it
 * @param after when it is cut off, if that is its fate
 */
record BlindQuery(UUID tenant, TenantTable table, Fate fate, Duration after) {

    /** What becomes of it. */
    enum Fate {
        /** It is asked outside of any transaction, where no tenant is bound. */
        UNBOUND,
        /** It sees its rows. */
        READS,
        /** Whoever asked goes away. */
        CANCELLED,
        /** The server gives up. */
        TIMED_OUT,
        /** It cannot be answered. */
        FAILS
    }

    private static final int MOST_MICROS = 20_000;

    static BlindQuery drawn(Random random, List<UUID> tenants, List<TenantTable> tables) {
        Fate fate = switch (random.nextInt(20)) {
            case 0, 1, 2 -> Fate.CANCELLED;
            case 3 -> Fate.TIMED_OUT;
            case 4 -> Fate.FAILS;
            case 5, 6 -> Fate.UNBOUND;
            default -> Fate.READS;
        };
        return new BlindQuery(tenants.get(random.nextInt(tenants.size())), tables.get(random.nextInt(tables.size())),
                fate, Duration.ofNanos(1000L * random.nextInt(MOST_MICROS)));
    }

    String sql() {
        return switch (fate) {
            case UNBOUND, READS -> table.owners();
            case CANCELLED, TIMED_OUT -> table.ownersSlowly();
            case FAILS -> "select tenant_id from (values (gen_random_uuid())) as nobody (tenant_id) where 1 / 0 = 1";
        };
    }

    boolean mayBeCutOff() {
        return fate != Fate.READS && fate != Fate.UNBOUND;
    }

    /** Whether these are the rows that one may see who is bound to the tenant, or to none. */
    boolean isAnsweredBy(List<UUID> owners) {
        return owners.equals(fate == Fate.UNBOUND ? List.of() : List.of(tenant));
    }
}
