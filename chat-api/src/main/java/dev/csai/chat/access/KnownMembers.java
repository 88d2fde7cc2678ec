package dev.csai.chat.access;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody is still the member that their token names, and whether their tenant is suspended. What was read is
 * believed for 30 seconds; a change made in this process holds at once, if it is told of. Of each member, one reading
 * answers for all requests of that time.
 */
@Component
public class KnownMembers {

    /** By which the clocks of two processes may differ. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final String READ = """
            select m.role, t.suspended_at is not null as suspended
            from chat.members m join chat.tenants t on t.id = m.tenant_id
            where m.tenant_id = :tenant and m.id = :member
            """;

    private final TenantTransaction transaction;
    private final Clock clock;
    private final Believed<Key, Found> believed;

    KnownMembers(TenantTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.believed = new Believed<>(clock, this::read);
    }

    private record Key(TenantId tenant, UUID member) {}

    /** @param role none for who is no member any more */
    private record Found(@Nullable Role role, boolean suspended, Instant readAt) {

        Standing of(Member member) {
            if (member.role() != role) {
                return Standing.NONE;
            }
            return suspended ? Standing.SUSPENDED : Standing.FULL;
        }
    }

    /**
     * None for who has not the role any more. A token that is no older than what is believed may know better: it may be of
     * another process that has changed the role just now, so what is believed is read anew before it is refused.
     *
     * @param issuedAt of the token
     */
    Mono<Standing> standing(Member member, @Nullable Instant issuedAt) {
        Key key = new Key(member.tenant(), member.memberId());
        return believed.of(key).flatMap(known -> {
            Standing standing = known.of(member);
            if (standing != Standing.NONE || issuedAt == null
                    || issuedAt.plus(TOLERANCE).isBefore(known.readAt())) {
                return Mono.just(standing);
            }
            believed.forget(key);
            return believed.of(key).map(anew -> anew.of(member));
        });
    }

    /** Due when a change of the member has been committed; also forgets what is being read just now. */
    public void forget(TenantId tenant, UUID member) {
        believed.forget(new Key(tenant, member));
    }

    void forgetAllOf(TenantId tenant) {
        believed.forgetAll(key -> key.tenant().equals(tenant));
    }

    private Mono<Found> read(Key key) {
        return transaction.in(key.tenant(), db -> db.sql(READ)
                .bind("tenant", key.tenant().value())
                .bind("member", key.member())
                .map(this::found)
                .one())
                .switchIfEmpty(Mono.fromSupplier(() -> new Found(null, false, clock.instant())));
    }

    private Found found(Readable row) {
        return new Found(Role.ofWord(required(row, "role", String.class)).orElse(null),
                required(row, "suspended", Boolean.class), clock.instant());
    }
}
