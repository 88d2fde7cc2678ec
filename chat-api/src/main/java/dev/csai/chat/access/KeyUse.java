package dev.csai.chat.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.sweep.Sweeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes down when keys were last used, after the requests and at most once a minute for each key and process. It is
 * meant for people who wonder whether a key is still needed: the last minute before a process ends may be missing.
 */
@Component
class KeyUse extends Sweeper {

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
    /** In one transaction. */
    private static final int BATCH = 1000;

    /** A row that somebody changes just now is left out, so that nobody waits for this and no two processes lock up. */
    private static final String WRITE = """
            with used as (
              select k.tenant_id, k.id, to_timestamp(u.millis / 1000.0) as at
              from unnest(:tenants, :ids, :millis) as u (tenant_id, id, millis)
              join chat.api_keys k on k.tenant_id = u.tenant_id and k.id = u.id
              for no key update of k skip locked
            )
            update chat.api_keys k set last_used_at = greatest(k.last_used_at, used.at)
            from used where k.tenant_id = used.tenant_id and k.id = used.id
            """;

    private final SystemTransaction system;
    private final Clock clock;
    private final ConcurrentMap<UUID, Use> pending = new ConcurrentHashMap<>();
    private final Cache<UUID, Boolean> written;

    KeyUse(SystemTransaction system, Clock clock) {
        super("Last uses of keys", PERIOD);
        this.system = system;
        this.clock = clock;
        this.written = Caffeine.newBuilder()
                .expireAfterWrite(BETWEEN_WRITES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private record Use(UUID tenant, UUID id, Instant at) {}

    void note(ApiKey key) {
        pending.put(key.id(), new Use(key.tenant().value(), key.id(), clock.instant()));
    }

    @Override
    protected Mono<Void> sweep() {
        return Flux.fromIterable(due()).buffer(BATCH).concatMap(this::write).then();
    }

    /** What cannot be written is lost; the key's next use makes up for it. */
    private List<Use> due() {
        List<Use> due = pending.values().stream().filter(use -> written.getIfPresent(use.id()) == null).toList();
        due.forEach(use -> {
            written.put(use.id(), true);
            pending.remove(use.id(), use);
        });
        return due;
    }

    private Mono<Long> write(List<Use> uses) {
        return system.in(db -> db.sql(WRITE)
                .bind("tenants", uses.stream().map(Use::tenant).toArray(UUID[]::new))
                .bind("ids", uses.stream().map(Use::id).toArray(UUID[]::new))
                .bind("millis", uses.stream().map(use -> use.at().toEpochMilli()).toArray(Long[]::new))
                .fetch()
                .rowsUpdated());
    }
}
