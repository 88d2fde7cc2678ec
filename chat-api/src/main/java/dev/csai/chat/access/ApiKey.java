package dev.csai.chat.access;

import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.OfTenant;
import dev.csai.chat.access.Caller.Visitor;
import dev.csai.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that was not revoked. It holds until its end, if it has one. */
sealed interface ApiKey {

    TenantId tenant();

    UUID id();

    @Nullable
    Instant expiresAt();

    /** Whether its tenant is, so that it opens nothing. */
    boolean suspended();

    /** Whoever uses it. */
    OfTenant caller();

    default boolean holdsAt(Instant now) {
        Instant end = expiresAt();
        return end == null || now.isBefore(end);
    }

    record Publishable(TenantId tenant, UUID id, @Nullable Instant expiresAt, List<String> allowedOrigins,
            boolean suspended)
            implements
                ApiKey {

        public Publishable {
            allowedOrigins = List.copyOf(allowedOrigins);
        }

        @Override
        public Visitor caller() {
            return new Visitor(tenant, id);
        }
    }

    record Secret(TenantId tenant, UUID id, @Nullable Instant expiresAt, Set<Scope> scopes, boolean suspended)
            implements
                ApiKey {

        public Secret {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public Backend caller() {
            return new Backend(tenant, id, scopes);
        }
    }
}
