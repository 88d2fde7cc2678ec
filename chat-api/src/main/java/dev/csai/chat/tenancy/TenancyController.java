package dev.csai.chat.tenancy;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.tenant.OperatedSettings;
import dev.csai.chat.tenant.Tenants;
import dev.csai.chat.web.MergePatches;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Tenants as operators see them, over HTTP. */
@RestController
@RequestMapping("/v1/admin/tenants")
class TenancyController {

    private final TenantDirectory directory;
    private final Founding founding;
    private final TenantDetails details;
    private final Tenants tenants;
    private final Suspending suspending;
    private final MergePatches patches;

    TenancyController(TenantDirectory directory, Founding founding, TenantDetails details, Tenants tenants,
            Suspending suspending, MergePatches patches) {
        this.directory = directory;
        this.founding = founding;
        this.details = details;
        this.tenants = tenants;
        this.suspending = suspending;
        this.patches = patches;
    }

    /**
     * @param text part of a name, an industry, an id, or a member's address
     * @param status {@code active} or {@code suspended}
     * @param sort {@code newest}, which is usual, or {@code name}
     */
    @GetMapping
    Mono<Page<ListedTenant>> list(Operator operator, @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String sort, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return directory.page(Wanted.checked(text, status, sort, limit, cursor));
    }

    /** Makes a publishable key, and mails an invitation to whom it will belong. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ListedTenant> found(Operator operator, IdempotencyKey idempotency, @RequestBody NewTenantRequest request) {
        return founding.found(operator, request.checkedProfile(), request.checkedOwner(), idempotency);
    }

    @GetMapping("/{id}")
    Mono<TenantDetail> detail(Operator operator, @PathVariable UUID id) {
        return details.of(new TenantId(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, MergePatches.MEDIA_TYPE})
    @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = OperatedSettings.class))))
    Mono<TenantDetail> change(Operator operator, @PathVariable UUID id, @RequestBody JsonNode patch) {
        TenantId tenant = new TenantId(id);
        return tenants.changeByOperator(tenant, patches.of(patch, OperatedSettings.class))
                .then(Mono.defer(() -> details.of(tenant)));
    }

    /** Within half a minute nothing is done for the tenant any more; its people still see what is there. */
    @PostMapping("/{id}/suspend")
    Mono<TenantDetail> suspend(Operator operator, @PathVariable UUID id, @RequestBody SuspensionRequest request) {
        TenantId tenant = new TenantId(id);
        return suspending.suspend(tenant, request.checkedReason()).then(Mono.defer(() -> details.of(tenant)));
    }

    @PostMapping("/{id}/activate")
    Mono<TenantDetail> activate(Operator operator, @PathVariable UUID id) {
        TenantId tenant = new TenantId(id);
        return suspending.activate(tenant).then(Mono.defer(() -> details.of(tenant)));
    }
}
