package dev.csai.chat.identity;

import dev.csai.shared.TenantId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class AuthEndpoint {

    private final SignIn signIn;
    private final LoginThrottle throttle;
    private final SignInAnswers answers;

    AuthEndpoint(SignIn signIn, LoginThrottle throttle, SignInAnswers answers) {
        this.signIn = signIn;
        this.throttle = throttle;
        this.answers = answers;
    }

    @PostMapping("/v1/auth/login")
    Mono<ResponseEntity<LoginAnswer>> login(@RequestBody LoginRequest login, ServerHttpRequest request) {
        String email = login.checkedEmail();
        String password = login.checkedPassword();
        String code = LoginRequest.optionalCode(login.code());
        TenantId tenant = login.tenantId() == null ? null : new TenantId(login.tenantId());
        return throttle.admit(request.getRemoteAddress(), email)
                .then(Mono.defer(() -> signIn.login(email, password, tenant, code)))
                .map(signedIn -> answers.to(request, signedIn));
    }

    @PostMapping("/v1/auth/refresh")
    Mono<ResponseEntity<LoginAnswer>> refresh(ServerHttpRequest request) {
        String client = String.valueOf(request.getHeaders().getFirst(HttpHeaders.USER_AGENT));
        return Mono.justOrEmpty(RefreshCookie.read(request))
                .flatMap(token -> signIn.renew(token, client))
                .switchIfEmpty(Mono.error(SignIn::over))
                .map(signedIn -> answers.to(request, signedIn));
    }

    /** Says 204 whatever the cookie holds: afterwards nobody is logged in here. */
    @PostMapping("/v1/auth/logout")
    Mono<ResponseEntity<Void>> logout(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return Mono.justOrEmpty(RefreshCookie.read(request))
                .flatMap(signIn::logout)
                .thenReturn(ResponseEntity.noContent()
                        .header(HttpHeaders.SET_COOKIE, RefreshCookie.none(request).toString())
                        .build());
    }
}
