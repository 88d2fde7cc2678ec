package dev.csai.chat.key;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.tenant.Tenants;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The keys of any tenant, for operators, who make new ones in the place of those that got lost or known. */
@RestController
@RequestMapping("/v1/admin/tenants/{id}/api-keys")
class OperatedKeysController {

    private final Keys keys;
    private final Tenants tenants;

    OperatedKeysController(Keys keys, Tenants tenants) {
        this.keys = keys;
        this.tenants = tenants;
    }

    @GetMapping
    Mono<Page<Key>> list(Operator operator, @PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        TenantId tenant = new TenantId(id);
        return tenants.profile(tenant)
                .then(Mono.defer(() -> keys.list(tenant, Page.checkedLimit(limit), Page.idCursor(cursor))));
    }

    @PostMapping("/{keyId}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Key> rotate(Operator operator, IdempotencyKey idempotency, @PathVariable UUID id, @PathVariable UUID keyId,
            @RequestBody(required = false) @Nullable RotationRequest request) {
        return keys.rotateForTenant(new TenantId(id), keyId, RotationRequest.overlapOf(request), idempotency);
    }
}
