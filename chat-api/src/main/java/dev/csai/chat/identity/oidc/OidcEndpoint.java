package dev.csai.chat.identity.oidc;

import dev.csai.chat.identity.EmailAddress;
import dev.csai.chat.identity.LoginThrottle;
import dev.csai.chat.identity.ProviderSessions;
import dev.csai.chat.identity.oidc.OidcSignIn.Arrival;
import dev.csai.chat.identity.oidc.OidcSignIn.Return;
import dev.csai.chat.web.Problems;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way to a tenant's identity provider, and the way back. */
@RestController
@RequestMapping("/v1/auth/oidc")
class OidcEndpoint {

    private static final String CONSOLE = "/console/";
    private static final String PROBLEM = "/console/sign-in?problem=";

    private final OidcSignIn signIn;
    private final ProviderSessions sessions;
    private final LoginThrottle throttle;

    OidcEndpoint(OidcSignIn signIn, ProviderSessions sessions, LoginThrottle throttle) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    record StartRequest(@Nullable String email) {

        @Override
        public String toString() {
            return "StartRequest[withheld]";
        }
    }

    /** @param redirectUrl where the browser goes next */
    record StartAnswer(URI redirectUrl) {}

    /** Tells whether the address's domain has a provider, and nothing of the address. */
    @PostMapping("/start")
    Mono<ResponseEntity<StartAnswer>> start(@RequestBody StartRequest request, ServerHttpRequest http) {
        String email = EmailAddress.checked(request.email(), "/email");
        return throttle.admit(http.getRemoteAddress(), email)
                .then(Mono.defer(() -> signIn.depart(email)))
                .map(departure -> ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, AttemptCookie.holding(departure.browser(), http).toString())
                        .body(new StartAnswer(departure.redirectUrl())));
    }

    /**
     * Where the provider sends the browser back to, for the console to go on.
     *
     * @param iss the provider's own name, from those that follow RFC 9207
     */
    @GetMapping("/callback/{tenant}")
    Mono<ResponseEntity<Void>> callback(@PathVariable UUID tenant,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String iss,
            ServerWebExchange exchange) {
        ServerHttpRequest http = exchange.getRequest();
        Return returned = new Return(code, state, iss, AttemptCookie.read(http));
        return throttle.admit(http.getRemoteAddress())
                .then(Mono.defer(() -> signIn.arrive(new TenantId(tenant), returned)))
                .flatMap(arrival -> in(arrival, http))
                .doOnError(ProblemException.class, problem -> Problems.note(exchange, problem.type()))
                .onErrorResume(ProblemException.class, problem -> Mono.just(
                        redirect(PROBLEM + problem.type().slug(), http).build()));
    }

    private Mono<ResponseEntity<Void>> in(Arrival arrival, ServerHttpRequest http) {
        return sessions.begin(arrival.person(), arrival.tenant(), arrival.issuer(), http)
                .switchIfEmpty(Mono.error(() -> Refusals.notAllowed("was removed just now")))
                .map(refresh -> redirect(CONSOLE, http).header(HttpHeaders.SET_COOKIE, refresh.toString()).build());
    }

    private static ResponseEntity.HeadersBuilder<?> redirect(String page, ServerHttpRequest http) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(page))
                .header(HttpHeaders.SET_COOKIE, AttemptCookie.none(http).toString());
    }
}
