package dev.csai.chat.identity;

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

/** From an address to a tenant. */
@RestController
class SignupEndpoint {

    private static final int MAX_CODE = 20;

    private final Signups signups;
    private final SignIn signIn;
    private final SecondStep secondStep;
    private final LoginThrottle throttle;
    private final SignInAnswers answers;

    SignupEndpoint(Signups signups, SignIn signIn, SecondStep secondStep, LoginThrottle throttle,
            SignInAnswers answers) {
        this.signups = signups;
        this.signIn = signIn;
        this.secondStep = secondStep;
        this.throttle = throttle;
        this.answers = answers;
    }

    record VerifyRequest(@Nullable String email, @Nullable String code) {

        @Override
        public String toString() {
            return "VerifyRequest[withheld]";
        }
    }

    @PostMapping("/v1/auth/signup")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> signUp(@RequestBody SignupRequest request, ServerHttpRequest http) {
        NewSignup signup = request.checked();
        return throttle.admitMail(http.getRemoteAddress(), signup.email())
                .then(Mono.defer(() -> signups.begin(signup)));
    }

    /** Whoever got an account with a second factor since the sign-up has the tenant, and logs in with that. */
    @PostMapping("/v1/auth/verify")
    Mono<ResponseEntity<LoginAnswer>> verify(@RequestBody VerifyRequest request, ServerHttpRequest http) {
        String email = EmailAddress.checked(request.email(), "/email");
        String code = PlainText.required(request.code(), "/code", MAX_CODE);
        return throttle.admit(http.getRemoteAddress(), email)
                .then(Mono.defer(() -> signups.verify(email, code)))
                .flatMap(founded -> secondStep.pass(founded.person(), null)
                        .then(Mono.defer(() -> signIn.enter(founded.person(), founded.tenant()))))
                .map(signedIn -> answers.to(http, signedIn));
    }
}
