package dev.csai.chat.tenant;

import dev.csai.chat.access.Caller.InPerson;
import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.web.MergePatches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The tenant's profile over HTTP. */
@RestController
@RequestMapping("/v1/tenant")
class TenantController {

    private final Tenants tenants;
    private final MergePatches patches;

    TenantController(Tenants tenants, MergePatches patches) {
        this.tenants = tenants;
        this.patches = patches;
    }

    @GetMapping
    Mono<TenantProfile> profile(Insider caller) {
        return tenants.profile(caller.tenant());
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, MergePatches.MEDIA_TYPE})
    @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = TenantSettings.class))))
    Mono<TenantProfile> change(InPerson caller, @RequestBody JsonNode patch) {
        return tenants.change(caller.tenant(), patches.of(patch, TenantSettings.class));
    }
}
