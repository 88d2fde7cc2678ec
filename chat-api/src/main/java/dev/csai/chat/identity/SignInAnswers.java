package dev.csai.chat.identity;

import dev.csai.chat.identity.signing.AccessTokens;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** What somebody gets who is logged in from now on: an access token to read, a refresh token out of scripts' reach. */
@Component
class SignInAnswers {

    private final AccessTokens accessTokens;
    private final Clock clock;

    SignInAnswers(AccessTokens accessTokens, Clock clock) {
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    ResponseEntity<LoginAnswer> to(ServerHttpRequest request, SignedIn signedIn) {
        return to(request, signedIn, LoginAnswer.of(signedIn, accessTokens.life()));
    }

    <T> ResponseEntity<T> to(ServerHttpRequest request, SignedIn signedIn, T body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE,
                        RefreshCookie.holding(signedIn.refreshToken(), clock.instant(), request).toString())
                .body(body);
    }
}
