package dev.csai.chat.contact;

import dev.csai.chat.contact.Claimant.Named;
import dev.csai.chat.contact.Claimant.Unknown;
import dev.csai.chat.contact.Claimant.Verified;
import dev.csai.chat.contact.KnownSecrets.Known;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.secret.Sealer;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who a visitor is from what their page says. */
@Component
public class Claimants {

    private final KnownSecrets secrets;
    private final Sealer sealer;
    private final Clock clock;

    Claimants(KnownSecrets secrets, Sealer sealer, Clock clock) {
        this.secrets = secrets;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Of a signed claim only the token counts, for whatever stands beside it anybody could have written. Fails with
     * {@code invalid-contact-token} if it is not the tenant's, does not hold now, or is of another external id.
     *
     * @param claim checked
     */
    public Mono<Claimant> of(TenantId tenant, @Nullable ContactClaim claim) {
        if (claim == null) {
            return Mono.just(new Unknown());
        }
        if (claim.signature() == null) {
            return Mono.just(claim.externalId() == null && claim.name() == null && claim.email() == null
                    ? new Unknown()
                    : new Named(claim.externalId(), claim.name(), claim.email()));
        }
        return verified(tenant, claim.externalId(), claim.signature()).cast(Claimant.class);
    }

    private Mono<Verified> verified(TenantId tenant, @Nullable String externalId, String signature) {
        ContactToken token = ContactToken.parse(signature);
        return secrets.of(tenant)
                .flatMap(known -> isSigned(tenant, token, known)
                        ? Mono.just(true)
                        : secrets.beyond(tenant, known).map(more -> isSigned(tenant, token, more)))
                .filter(signed -> signed)
                .switchIfEmpty(Mono.error(() -> ContactToken.invalid(
                        "The contact's token was not signed with this tenant's contact secret.")))
                .map(signed -> holder(token, externalId));
    }

    private boolean isSigned(TenantId tenant, ContactToken token, Known known) {
        Instant now = clock.instant();
        return known.secrets().stream().filter(secret -> secret.holdsAt(now))
                .anyMatch(secret -> token.isSignedWith(secret.open(tenant, sealer)));
    }

    /** @throws ProblemException if the page speaks of somebody else */
    private Verified holder(ContactToken token, @Nullable String externalId) {
        Verified holder = token.holder(clock.instant());
        if (externalId != null && !externalId.equals(holder.externalId())) {
            throw ContactToken.invalid("The contact's token is of another externalId.");
        }
        return holder;
    }
}
