package dev.csai.chat.identity;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.Rotation.Refused;
import dev.csai.chat.identity.Rotation.Renewed;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Refresh tokens, each good for one use. All that descend from one log-in are a family, and one revoked token kills its
 * family: a successor that is inserted while the family is being revoked is not seen by that UPDATE, so its own rotation
 * looks at the whole family.
 */
@Component
class RefreshTokens {

    /** Within this a second use by the same client is taken for a retry or a second tab, not for theft. */
    static final Duration BENIGN = Duration.ofSeconds(10);

    private static final String ISSUE = """
            insert into chat.refresh_tokens
              (token_hash, family_id, person_id, tenant_id, issuer, issued_at, expires_at)
            values (:hash, :family, :person, :tenant, :issuer, :now, :expires)
            """;

    /**
     * A session on the word of a provider lasts while the tenant trusts that one, and an owner's only while an owner
     * chose it.
     */
    private static final String TRUSTED = """
            (t.issuer is null or exists (
              select from chat.identity_providers p
              where p.tenant_id = t.tenant_id and p.issuer = t.issuer and p.enabled
                and (p.chosen_by_owner or not exists (
                  select from chat.members m
                  where m.tenant_id = t.tenant_id and m.person_id = t.person_id and m.role = 'owner'))))
            """;

    private static final String ROTATE = """
            with used as (
              update chat.refresh_tokens t set used_at = :now, successor_sealed = :sealed
              where t.token_hash = :hash and t.used_at is null and t.expires_at > :now
                and not exists (select from chat.refresh_tokens f
                                where f.family_id = t.family_id and f.revoked_at is not null)
                and %s
              returning t.family_id, t.person_id, t.tenant_id, t.issuer, t.expires_at
            )
            insert into chat.refresh_tokens
              (token_hash, family_id, person_id, tenant_id, issuer, issued_at, expires_at)
            select :successor, family_id, person_id, tenant_id, issuer, :now, expires_at from used
            returning person_id, tenant_id, issuer, expires_at
            """.formatted(TRUSTED);

    private static final String USED = """
            select t.family_id, t.person_id, t.tenant_id, t.issuer, t.expires_at, t.used_at, t.successor_sealed
            from chat.refresh_tokens t
            where t.token_hash = :hash and t.used_at is not null and t.expires_at > :now
              and not exists (select from chat.refresh_tokens f
                              where f.family_id = t.family_id and f.revoked_at is not null)
            """;

    /** Two that revoke the same tokens at once take them in the same order, or each would wait for the other. */
    private static final String REVOKE = """
            with living as (
              select token_hash from chat.refresh_tokens where revoked_at is null and %s order by token_hash for update
            )
            update chat.refresh_tokens t set revoked_at = :now from living where t.token_hash = living.token_hash
            """;

    private static final String REVOKE_FAMILY = REVOKE
            .formatted("family_id = (select family_id from chat.refresh_tokens where token_hash = :hash)");

    private static final String HOLDER = """
            select person_id, tenant_id from chat.refresh_tokens where token_hash = :hash and revoked_at is null
            """;

    private static final String REVOKE_ALL = REVOKE.formatted("person_id = :person");

    private final SystemTransaction system;
    private final People people;
    private final Audit audit;
    private final TokenSecrets secrets;
    private final IdentitySettings settings;
    private final Clock clock;

    RefreshTokens(SystemTransaction system, People people, TokenSecrets secrets, IdentitySettings settings,
            Audit audit, Clock clock) {
        this.system = system;
        this.people = people;
        this.audit = audit;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a family. */
    Mono<RefreshToken> issue(Identity identity) {
        return system.in(db -> issue(db, identity, null, settings.sessionLife()));
    }

    /** Begins a family on the word of a tenant's identity provider; empty for who is no member any more. */
    Mono<RefreshToken> issue(UUID person, TenantId tenant, String issuer) {
        return system.in(db -> people.identity(db, person, tenant)
                .flatMap(identity -> issue(db, identity.byProvider(), issuer, settings.providerSessionLife())));
    }

    private Mono<RefreshToken> issue(DatabaseClient db, Identity identity, @Nullable String issuer, Duration life) {
        return insert(db, identity.personId(), identity.tenant(), issuer, life)
                .flatMap(token -> audit.changedBy(db, identity.caller(), null, null, null).thenReturn(token));
    }

    private Mono<RefreshToken> insert(DatabaseClient db, UUID person, @Nullable TenantId tenant,
            @Nullable String issuer, Duration life) {
        Instant now = clock.instant();
        RefreshToken token = new RefreshToken(secrets.newToken(), now.plus(life));
        return db.sql(ISSUE)
                .bind("tenant", tenant == null ? Parameters.in(UUID.class) : Parameters.in(tenant.value()))
                .bind("issuer", Parameters.in(R2dbcType.VARCHAR, issuer))
                .bind("hash", secrets.hash(token.text()))
                .bind("family", Ids.next())
                .bind("person", person)
                .bind("now", now)
                .bind("expires", token.expiresAt())
                .fetch()
                .rowsUpdated()
                .thenReturn(token);
    }

    /**
     * @param client what the client calls itself; tells a retry from another client's use
     */
    Mono<Rotation> rotate(String token, String client) {
        byte[] hash = secrets.hash(token);
        Instant now = clock.instant();
        return system.in(db -> use(db, hash, client, now))
                // Apart, since a use that failed still locks the row, out of the order in which a family is revoked.
                .switchIfEmpty(Mono.defer(() -> system.in(db -> again(db, hash, client, now))))
                .defaultIfEmpty(new Refused());
    }

    /** Revokes the family by the wish of whose it is; a token that stands for nothing ends nothing. */
    Mono<Void> logout(String token) {
        byte[] hash = secrets.hash(token);
        return system.in(db -> db.sql(HOLDER)
                .bind("hash", hash)
                .map(RefreshTokens::holder)
                .one()
                .flatMap(holder -> revokeFamily(db, hash, clock.instant())
                        .then(people.identity(db, holder.person(), holder.tenant()))
                        .flatMap(identity -> audit.changedBy(db, identity.caller(), null, null, null))));
    }

    Mono<Void> revokeFamily(String token) {
        return system.in(db -> revokeFamily(db, secrets.hash(token), clock.instant())).then();
    }

    /** In the caller's transaction: every session of the person, wherever it is. */
    Mono<Long> revokeAll(DatabaseClient db, UUID person, Instant now) {
        return db.sql(REVOKE_ALL).bind("person", person).bind("now", now).fetch().rowsUpdated();
    }

    private Mono<Rotation> use(DatabaseClient db, byte[] hash, String client, Instant now) {
        String successor = secrets.newToken();
        return db.sql(ROTATE)
                .bind("hash", hash)
                .bind("now", now)
                .bind("sealed", secrets.seal(successor, client, hash))
                .bind("successor", secrets.hash(successor))
                .map(row -> renewed(row, successor))
                .one();
    }

    private Mono<Rotation> again(DatabaseClient db, byte[] hash, String client, Instant now) {
        return db.sql(USED)
                .bind("hash", hash)
                .bind("now", now)
                .map(row -> retried(row, hash, client, now))
                .one()
                .flatMap(rotation -> rotation instanceof Refused
                        ? revokeFamily(db, hash, now).thenReturn(rotation)
                        : Mono.just(rotation));
    }

    private Rotation retried(Readable row, byte[] hash, String client, Instant now) {
        Instant usedAt = Objects.requireNonNull(row.get("used_at", Instant.class));
        String sealed = Objects.requireNonNull(row.get("successor_sealed", String.class));
        return usedAt.plus(BENIGN).isBefore(now)
                ? new Refused()
                : secrets.open(sealed, client, hash).map(successor -> renewed(row, successor)).orElseGet(Refused::new);
    }

    private static Mono<Long> revokeFamily(DatabaseClient db, byte[] hash, Instant now) {
        return db.sql(REVOKE_FAMILY).bind("hash", hash).bind("now", now).fetch().rowsUpdated();
    }

    private static Rotation renewed(Readable row, String successor) {
        Holder holder = holder(row);
        return new Renewed(
                new RefreshToken(successor, Objects.requireNonNull(row.get("expires_at", Instant.class))),
                holder.person(), holder.tenant(), row.get("issuer", String.class) != null);
    }

    private record Holder(UUID person, @Nullable TenantId tenant) {}

    private static Holder holder(Readable row) {
        UUID tenant = row.get("tenant_id", UUID.class);
        return new Holder(Objects.requireNonNull(row.get("person_id", UUID.class)),
                tenant == null ? null : new TenantId(tenant));
    }
}
