package dev.csai.chat.identity.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The signing keys, for operators: what signs until when, and a turn out of the order. */
@RestController
@RequestMapping("/v1/admin/signing-keys")
class SigningKeyEndpoint {

    private final SigningKeys keys;
    private final AccessTokens accessTokens;
    private final Clock clock;

    SigningKeyEndpoint(SigningKeys keys, AccessTokens accessTokens, Clock clock) {
        this.keys = keys;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /**
     * @param state {@code next}, {@code signing} or {@code retiring}
     * @param publishedUntil absent for the newest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(UUID id, String state, Instant signsFrom, @Nullable Instant publishedUntil) {}

    /** @param revoke whether the present keys are no longer to be trusted; false without it */
    record RotateRequest(@Nullable Boolean revoke) {}

    /** In the order in which they sign. */
    @GetMapping
    Mono<Page<KeyView>> keys(Operator operator) {
        return keys.ring().map(this::view);
    }

    /**
     * A next key, which signs after an hour's notice. When the present ones are revoked it signs at once, and everybody
     * who is logged in gets a new access token from it, by the session they have.
     */
    @PostMapping("/rotate")
    Mono<Page<KeyView>> rotate(Operator operator, @RequestBody RotateRequest request) {
        return (Boolean.TRUE.equals(request.revoke()) ? keys.revoke() : keys.rotate()).map(this::view);
    }

    private Page<KeyView> view(KeyRing ring) {
        Instant now = clock.instant();
        SigningKey signing = ring.signing(now);
        return new Page<>(ring.published(now, accessTokens.life()).stream()
                .map(key -> new KeyView(key.id(), state(key, signing), key.signsFrom(),
                        ring.publishedUntil(key, accessTokens.life()).orElse(null)))
                .toList(), null);
    }

    private static String state(SigningKey key, SigningKey signing) {
        int order = key.signsFrom().compareTo(signing.signsFrom());
        return order == 0 ? "signing" : order < 0 ? "retiring" : "next";
    }
}
