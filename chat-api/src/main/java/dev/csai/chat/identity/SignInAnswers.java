package dev.csai.chat.identity;

import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** What somebody gets who is logged in from now on: an access token to read, a refresh token out of scripts' reach. */
@Component
class SignInAnswers {

    private final IdentitySettings settings;
    private final Clock clock;

    SignInAnswers(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    ResponseEntity<LoginAnswer> to(ServerHttpRequest request, SignedIn signedIn) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE,
                        RefreshCookie.holding(signedIn.refreshToken(), clock.instant(), request).toString())
                .body(LoginAnswer.of(signedIn, settings.accessTokenLife()));
    }
}
