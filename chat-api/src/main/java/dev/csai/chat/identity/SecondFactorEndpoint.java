package dev.csai.chat.identity;

import dev.csai.chat.access.Caller;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own second factor. */
@RestController
@RequestMapping("/v1/me/second-factor")
class SecondFactorEndpoint {

    private final SecondFactorSetup setup;
    private final SignIn signIn;
    private final SignInAnswers answers;
    private final LoginThrottle throttle;

    SecondFactorEndpoint(SecondFactorSetup setup, SignIn signIn, SignInAnswers answers, LoginThrottle throttle) {
        this.setup = setup;
        this.signIn = signIn;
        this.answers = answers;
        this.throttle = throttle;
    }

    record BeginRequest(@Nullable String password) {

        @Override
        public String toString() {
            return "BeginRequest[withheld]";
        }
    }

    record ConfirmRequest(@Nullable String code) {

        @Override
        public String toString() {
            return "ConfirmRequest[withheld]";
        }
    }

    /** @param code of the authenticator, or a recovery code */
    record FactorProof(@Nullable String password, @Nullable String code) {

        @Override
        public String toString() {
            return "FactorProof[withheld]";
        }
    }

    /**
     * @param secret in base32, for typing in
     * @param uri for a QR code
     */
    record PendingFactor(String secret, URI uri) {

        @Override
        public String toString() {
            return "PendingFactor[withheld]";
        }
    }

    /** @param recoveryCodes each good once in place of a code; never shown again */
    record ConfirmedFactor(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "ConfirmedFactor[withheld]";
        }
    }

    /** Nothing is asked at log-in until the factor is confirmed, within ten minutes. */
    @PostMapping
    Mono<PendingFactor> begin(Caller.Person caller, @RequestBody BeginRequest request, ServerHttpRequest http) {
        String password = LoginRequest.checkedPassword(request.password(), "/password");
        return throttle.admit(http.getRemoteAddress(), caller.personId().toString())
                .then(Mono.defer(() -> setup.begin(caller, password)))
                .map(pending -> new PendingFactor(pending.secret(), pending.uri()));
    }

    /** Ends all other sessions, and begins this one anew. */
    @PostMapping("/confirm")
    Mono<ResponseEntity<ConfirmedFactor>> confirm(Caller.Person caller, @RequestBody ConfirmRequest request,
            ServerHttpRequest http) {
        String code = LoginRequest.requiredCode(request.code());
        return throttle.admit(http.getRemoteAddress(), caller.personId().toString())
                .then(Mono.defer(() -> setup.confirm(caller, code)))
                .flatMap(codes -> signIn.enter(caller.personId(), MeEndpoint.tenant(caller))
                        .switchIfEmpty(Mono.error(SignIn::noStanding))
                        .map(signedIn -> answers.to(http, signedIn, new ConfirmedFactor(codes))));
    }

    @PostMapping("/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller.Person caller, @RequestBody FactorProof request, ServerHttpRequest http) {
        String password = LoginRequest.checkedPassword(request.password(), "/password");
        String code = LoginRequest.requiredCode(request.code());
        return throttle.admit(http.getRemoteAddress(), caller.personId().toString())
                .then(Mono.defer(() -> setup.remove(caller, password, code)));
    }

    /** In place of all former recovery codes. */
    @PostMapping("/recovery-codes")
    Mono<ConfirmedFactor> renewRecoveryCodes(Caller.Person caller, @RequestBody FactorProof request,
            ServerHttpRequest http) {
        String password = LoginRequest.checkedPassword(request.password(), "/password");
        String code = LoginRequest.requiredCode(request.code());
        return throttle.admit(http.getRemoteAddress(), caller.personId().toString())
                .then(Mono.defer(() -> setup.renewRecovery(caller, password, code)))
                .map(ConfirmedFactor::new);
    }
}
