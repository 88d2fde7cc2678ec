package dev.csai.chat.contact;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.contact.Claimant.Named;
import dev.csai.chat.contact.Claimant.Verified;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes down who chats, in the transaction that accepts a message; for one who is blocked it fails, and with it all of the
 * transaction. A verified contact's row is locked before a conversation's, any other after: so nobody waits in a circle.
 */
@Component
public class Contacts {

    private static final String UPDATE = """
            do update set name = coalesce(excluded.name, known.name), email = coalesce(excluded.email, known.email),
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
            """;

    private static final String RECOGNIZE = """
            insert into chat.contacts as known (tenant_id, id, external_id, name, email, verified, first_seen_at,
              last_seen_at)
            values (:tenant, :contact, :externalId, :name, :email, true, :now, :now)
            on conflict (tenant_id, external_id, verified)
            """ + UPDATE + "returning id, blocked";

    /** What a page says never touches a contact that the tenant's server has vouched for. */
    private static final String INTRODUCE = """
            with conversation as (
              select c.contact_id from chat.conversations c
              where c.tenant_id = :tenant and c.id = :conversation and not exists (select from chat.contacts k
                where k.tenant_id = c.tenant_id and k.id = c.contact_id and k.verified)),
            contact as (
              insert into chat.contacts as known (tenant_id, id, external_id, name, email, verified, first_seen_at,
                last_seen_at)
              select :tenant, %s, :externalId, :name, :email, false, :now, :now from conversation
              on conflict (%s)
            """ + UPDATE + """
              returning id, blocked),
            told as (
              update chat.conversations c set contact_id = contact.id from contact
              where c.tenant_id = :tenant and c.id = :conversation and c.contact_id is distinct from contact.id)
            select id, blocked from contact
            """;

    /** All who are said to have one external id are one unverified contact. */
    private static final String INTRODUCE_BY_ID = INTRODUCE.formatted(":contact", "tenant_id, external_id, verified");
    /** Whoever has no external id is known by the conversation. */
    private static final String INTRODUCE_BY_CONVERSATION = INTRODUCE
            .formatted("coalesce(conversation.contact_id, :contact)", "tenant_id, id");

    private final Clock clock;

    Contacts(Clock clock) {
        this.clock = clock;
    }

    /** The contact's id if the claimant is verified; until the transaction ends nobody else speaks as the same. */
    public Mono<Optional<UUID>> recognize(DatabaseClient db, TenantId tenant, Claimant claimant) {
        return claimant instanceof Verified verified
                ? write(db.sql(RECOGNIZE), tenant, verified.externalId(), verified.name(), verified.email())
                        .map(Optional::of)
                : Mono.just(Optional.empty());
    }

    /** Writes down what is merely said of who speaks in a conversation. */
    public Mono<Void> introduce(DatabaseClient db, TenantId tenant, UUID conversation, Claimant claimant) {
        return claimant instanceof Named named
                ? write(db.sql(named.externalId() == null ? INTRODUCE_BY_CONVERSATION : INTRODUCE_BY_ID)
                        .bind("conversation", conversation), tenant, named.externalId(), named.name(), named.email())
                        .then()
                : Mono.empty();
    }

    public static ProblemException blocked() {
        return ProblemException.of(ProblemType.CONTACT_BLOCKED, "Messages of this contact are not accepted.");
    }

    private Mono<UUID> write(GenericExecuteSpec statement, TenantId tenant, @Nullable String externalId,
            @Nullable String name, @Nullable String email) {
        return statement.bind("tenant", tenant.value())
                .bind("contact", Ids.next())
                .bind("externalId", Parameters.in(R2dbcType.VARCHAR, externalId))
                .bind("name", Parameters.in(R2dbcType.VARCHAR, name))
                .bind("email", Parameters.in(R2dbcType.VARCHAR, email))
                .bind("now", clock.instant())
                .map(row -> {
                    if (required(row, "blocked", Boolean.class)) {
                        throw blocked();
                    }
                    return required(row, "id", UUID.class);
                })
                .one();
    }
}
