package dev.csai.chat.key;

import dev.csai.chat.access.Caller.InPerson;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.web.MergePatches;
import dev.csai.chat.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Keys over HTTP. */
@RestController
@RequestMapping("/v1/api-keys")
class KeyController {

    private final Keys keys;
    private final MergePatches patches;

    KeyController(Keys keys, MergePatches patches) {
        this.keys = keys;
        this.patches = patches;
    }

    @GetMapping
    Mono<Page<Key>> list(InPerson caller, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return keys.list(caller.tenant(), Page.checkedLimit(limit), Page.idCursor(cursor));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Key> make(Member member, IdempotencyKey idempotency, @RequestBody KeyRequest request) {
        return keys.make(member, request.checked(), idempotency);
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, MergePatches.MEDIA_TYPE})
    @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeySettings.class))))
    Mono<Key> change(InPerson caller, @PathVariable UUID id, @RequestBody JsonNode patch) {
        return keys.change(caller.tenant(), id, patches.of(patch, KeySettings.class));
    }

    @PostMapping("/{id}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Key> rotate(Member member, IdempotencyKey idempotency, @PathVariable UUID id,
            @RequestBody(required = false) @Nullable RotationRequest request) {
        return keys.rotate(member, id, RotationRequest.overlapOf(request), idempotency);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Member member, @PathVariable UUID id) {
        return keys.revoke(member.tenant(), id);
    }
}
