package dev.csai.chat.access;

import dev.csai.shared.TenantId;
import java.util.List;
import java.util.UUID;

/** A key in force. */
record PublishableKey(TenantId tenant, UUID id, List<String> allowedOrigins) {

    PublishableKey {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
