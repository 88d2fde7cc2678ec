package dev.csai.chat.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.contact.Claimant;
import dev.csai.chat.contact.Claimants;
import dev.csai.chat.contact.ContactClaim;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a verified contact back to the conversation that was begun elsewhere; anybody else has none. */
@Component
class Returning {

    private static final String LATEST = """
            select c.id from chat.contacts k
            join chat.conversations c on c.tenant_id = k.tenant_id and c.contact_id = k.id
            where k.tenant_id = :tenant and k.external_id = :externalId and k.verified
            order by c.updated_at desc, c.id desc limit 1
            """;

    private final TenantTransaction transaction;
    private final Claimants claimants;
    private final Sessions sessions;

    Returning(TenantTransaction transaction, Claimants claimants, Sessions sessions) {
        this.transaction = transaction;
        this.claimants = claimants;
        this.sessions = sessions;
    }

    /** Who comes back. */
    record SessionRequest(@Nullable ContactClaim contact) {}

    /** @param sessionId null when there is nothing to go on with */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ReturnedSession(@Nullable String sessionId) {}

    Mono<ReturnedSession> find(TenantId tenant, SessionRequest request) {
        return claimants.of(tenant, request.contact() == null ? null : request.contact().checked())
                .ofType(Claimant.Verified.class)
                .flatMap(contact -> latest(tenant, contact.externalId()))
                .map(conversation -> new ReturnedSession(sessions.handle(tenant, conversation)))
                .defaultIfEmpty(new ReturnedSession(null));
    }

    private Mono<UUID> latest(TenantId tenant, String externalId) {
        return transaction.in(tenant, db -> db.sql(LATEST)
                .bind("tenant", tenant.value())
                .bind("externalId", externalId)
                .mapValue(UUID.class)
                .one());
    }
}
