package dev.csai.chat.member;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.tenant.Tenants;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The people of any tenant, for operators to see; who belongs to a tenant that has an owner is its owners' to decide. */
@RestController
class OperatedMembersController {

    private final Members members;
    private final Tenants tenants;

    OperatedMembersController(Members members, Tenants tenants) {
        this.members = members;
        this.tenants = tenants;
    }

    @GetMapping("/v1/admin/tenants/{id}/members")
    Mono<Page<MemberView>> list(Operator operator, @PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        TenantId tenant = new TenantId(id);
        return tenants.profile(tenant)
                .then(Mono.defer(() -> members.page(tenant, Page.checkedLimit(limit), Page.idCursor(cursor))));
    }
}
