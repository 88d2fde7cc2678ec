package dev.csai.chat.identity;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.MailedTokens.Purpose;
import dev.csai.chat.web.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Asking for links by mail, and what the pages behind them call. */
@RestController
class MailedLinkEndpoint {

    private static final int MAX_TOKEN = 100;

    private final MailedTokens tokens;
    private final NewPasswords passwords;
    private final SystemTransaction system;
    private final SignIn signIn;
    private final SecondStep secondStep;
    private final LoginThrottle throttle;
    private final SignInAnswers answers;

    MailedLinkEndpoint(MailedTokens tokens, NewPasswords passwords, SystemTransaction system, SignIn signIn,
            SecondStep secondStep, LoginThrottle throttle, SignInAnswers answers) {
        this.tokens = tokens;
        this.passwords = passwords;
        this.system = system;
        this.signIn = signIn;
        this.secondStep = secondStep;
        this.throttle = throttle;
        this.answers = answers;
    }

    record LinkRequest(@Nullable String email) {

        @Override
        public String toString() {
            return "LinkRequest[withheld]";
        }
    }

    /** @param code of the second factor, for those who have one */
    record RedeemRequest(@Nullable String token, @Nullable String code) {

        @Override
        public String toString() {
            return "RedeemRequest[withheld]";
        }
    }

    record ResetRequest(@Nullable String token, @Nullable String password) {

        @Override
        public String toString() {
            return "ResetRequest[withheld]";
        }
    }

    @PostMapping("/v1/auth/magic-link")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> sendMagicLink(@RequestBody LinkRequest request, ServerHttpRequest http) {
        return send(Purpose.MAGIC_LINK, request, http);
    }

    /** The link stays good while the code of a second factor is missing or wrong. */
    @PostMapping("/v1/auth/magic-link/redeem")
    Mono<ResponseEntity<LoginAnswer>> redeem(@RequestBody RedeemRequest request, ServerHttpRequest http) {
        String token = PlainText.required(request.token(), "/token", MAX_TOKEN);
        String code = LoginRequest.optionalCode(request.code());
        return throttle.admit(http.getRemoteAddress())
                .then(Mono.defer(() -> system.in(db -> tokens.use(db, Purpose.MAGIC_LINK, token)
                        .flatMap(person -> secondStep.pass(db, person, code).thenReturn(person)))))
                .flatMap(person -> signIn.enter(person, null))
                .switchIfEmpty(Mono.error(SignIn::noStanding))
                .map(signedIn -> answers.to(http, signedIn));
    }

    @PostMapping("/v1/auth/password/forgot")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> forgotPassword(@RequestBody LinkRequest request, ServerHttpRequest http) {
        return send(Purpose.PASSWORD_RESET, request, http);
    }

    @PostMapping("/v1/auth/password/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> resetPassword(@RequestBody ResetRequest request, ServerHttpRequest http) {
        String token = PlainText.required(request.token(), "/token", MAX_TOKEN);
        String password = PasswordRules.checkedLength(request.password(), "/password");
        return throttle.admit(http.getRemoteAddress()).then(Mono.defer(() -> passwords.reset(token, password)));
    }

    private Mono<Void> send(Purpose purpose, LinkRequest request, ServerHttpRequest http) {
        String email = EmailAddress.checked(request.email(), "/email");
        return throttle.admitMail(http.getRemoteAddress(), email).then(Mono.defer(() -> tokens.send(purpose, email)));
    }
}
