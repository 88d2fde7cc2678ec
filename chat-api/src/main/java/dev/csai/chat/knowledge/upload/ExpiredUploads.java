package dev.csai.chat.knowledge.upload;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.knowledge.Blobs;
import dev.csai.chat.sweep.Sweeper;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes uploads whose time is over, with all bytes that became no document's. First nobody can confirm it any more,
 * then the bytes go, then the row that knows of them: cut off anywhere, the next sweep goes on.
 */
@Component
class ExpiredUploads extends Sweeper {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** A request that began in time may still be sending, and a late confirmation is welcome. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final String FIND = """
            select tenant_id, id from chat.uploads where expires_at < :before order by expires_at limit 500
            """;

    private final SystemTransaction system;
    private final Uploads uploads;
    private final Blobs blobs;
    private final Clock clock;

    ExpiredUploads(SystemTransaction system, Uploads uploads, Blobs blobs, Clock clock) {
        super("Expired uploads", PERIOD);
        this.system = system;
        this.uploads = uploads;
        this.blobs = blobs;
        this.clock = clock;
    }

    private record Found(TenantId tenant, UUID id) {}

    @Override
    protected Mono<Void> sweep() {
        return system.in(db -> db.sql(FIND)
                .bind("before", clock.instant().minus(GRACE))
                .map(row -> new Found(new TenantId(required(row, "tenant_id", UUID.class)),
                        required(row, "id", UUID.class)))
                .all()
                .collectList())
                .flatMapIterable(found -> found)
                .concatMap(found -> uploads.claimForSweeping(found.tenant(), found.id()))
                .concatMap(this::remove)
                .then();
    }

    private Mono<Long> remove(Upload upload) {
        return Flux.fromStream(upload::leftovers).concatMap(blobs::delete).then(uploads.forget(upload));
    }
}
