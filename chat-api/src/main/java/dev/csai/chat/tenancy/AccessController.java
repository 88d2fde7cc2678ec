package dev.csai.chat.tenancy;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Acting for a tenant, over HTTP. */
@RestController
@RequestMapping("/v1/admin/tenants/{id}/access")
class AccessController {

    private final Accesses accesses;

    AccessController(Accesses accesses) {
        this.accesses = accesses;
    }

    /**
     * An access token for the tenant API, with which the operator sets up what owners can, but for people, secrets, the
     * identity provider and money. Each change is told of in the tenant's audit log as the operator's.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<GrantedAccess> begin(Operator operator, @PathVariable UUID id) {
        return accesses.begin(operator, new TenantId(id));
    }

    /** Ends the token before its time; everywhere within half a minute. */
    @DeleteMapping("/{accessId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(Operator operator, @PathVariable UUID id, @PathVariable UUID accessId) {
        return accesses.end(new TenantId(id), accessId);
    }
}
