package dev.csai.chat.identity;

import dev.csai.chat.identity.Invitations.NewPerson;
import dev.csai.chat.web.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the page behind an invitation calls. */
@RestController
class InvitationEndpoint {

    private static final int MAX_TOKEN = 100;
    private static final int MAX_NAME = 120;

    private final Invitations invitations;
    private final SignIn signIn;
    private final LoginThrottle throttle;
    private final SignInAnswers answers;

    InvitationEndpoint(Invitations invitations, SignIn signIn, LoginThrottle throttle, SignInAnswers answers) {
        this.invitations = invitations;
        this.signIn = signIn;
        this.throttle = throttle;
        this.answers = answers;
    }

    /** @param hasAccount whether name and password are not asked for */
    record InvitationView(String email, String role, String inviter, String tenantName, boolean hasAccount) {}

    /** @param code of the second factor, for those who have an account and one */
    record AcceptRequest(@Nullable String name, @Nullable String password, @Nullable String code) {

        @Override
        public String toString() {
            return "AcceptRequest[withheld]";
        }
    }

    @GetMapping("/v1/auth/invitations/{token}")
    Mono<InvitationView> look(@PathVariable String token, ServerHttpRequest http) {
        return throttle.admit(http.getRemoteAddress())
                .then(Mono.defer(() -> invitations.look(checked(token))))
                .map(found -> new InvitationView(found.email(), found.role(), found.inviter(), found.tenantName(),
                        found.isKnown()));
    }

    /** Name and password are needed of those who have no account. */
    @PostMapping("/v1/auth/invitations/{token}/accept")
    Mono<ResponseEntity<LoginAnswer>> accept(@PathVariable String token, @RequestBody AcceptRequest request,
            ServerHttpRequest http) {
        return throttle.admit(http.getRemoteAddress())
                .then(Mono.defer(() -> invitations.look(checked(token))))
                .flatMap(found -> invitations.accept(token, found, found.isKnown()
                        ? new NewPerson(null, null, LoginRequest.optionalCode(request.code()))
                        : new NewPerson(PlainText.required(request.name(), "/name", MAX_NAME), request.password(),
                                null)))
                .flatMap(joined -> signIn.enter(joined.personId(), joined.tenant()))
                .switchIfEmpty(Mono.error(SignIn::noStanding))
                .map(signedIn -> answers.to(http, signedIn));
    }

    private static String checked(String token) {
        return PlainText.required(token, "token", MAX_TOKEN);
    }
}
