package dev.csai.chat.access;

import static dev.csai.chat.db.Columns.required;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody is still the member that their token names. What was read is believed for 30 seconds; a change made
 * in this process holds at once, if it is told of. Of each member, one reading answers for all requests of that time.
 */
@Component
public class KnownMembers {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    /** By which the clocks of two processes may differ. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);
    private static final int REMEMBERED = 10_000;

    private static final String ROLE = "select role from chat.members where tenant_id = :tenant and id = :member";

    private final TenantTransaction transaction;
    private final Clock clock;
    private final AsyncCache<Key, Standing> believed;

    KnownMembers(TenantTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.believed = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    private record Key(TenantId tenant, UUID member) {}

    /** @param role none for who is no member any more */
    private record Standing(@Nullable Role role, Instant readAt) {

        boolean isOf(Member member) {
            return member.role() == role;
        }
    }

    /**
     * Whether the member has the role. A token that is no older than what is believed may know better: it may be of
     * another process that has changed the role just now, so what is believed is read anew before it is refused.
     *
     * @param issuedAt of the token
     */
    Mono<Boolean> holds(Member member, @Nullable Instant issuedAt) {
        Key key = new Key(member.tenant(), member.memberId());
        return standing(key).flatMap(known -> {
            if (known.isOf(member) || issuedAt == null || issuedAt.plus(TOLERANCE).isBefore(known.readAt())) {
                return Mono.just(known.isOf(member));
            }
            believed.synchronous().invalidate(key);
            return standing(key).map(anew -> anew.isOf(member));
        });
    }

    /** Due when a change of the member has been committed; also forgets what is being read just now. */
    public void forget(TenantId tenant, UUID member) {
        believed.synchronous().invalidate(new Key(tenant, member));
    }

    /** A failed reading is not remembered, and one caller's hanging up does not cancel it for the others. */
    private Mono<Standing> standing(Key key) {
        return Mono.fromFuture(() -> believed.get(key, (same, executor) -> read(same).toFuture()), true);
    }

    private Mono<Standing> read(Key key) {
        return transaction.in(key.tenant(), db -> db.sql(ROLE)
                .bind("tenant", key.tenant().value())
                .bind("member", key.member())
                .map(row -> required(row, "role", String.class))
                .one())
                .map(role -> new Standing(Role.ofWord(role).orElse(null), clock.instant()))
                .switchIfEmpty(Mono.fromSupplier(() -> new Standing(null, clock.instant())));
    }
}
