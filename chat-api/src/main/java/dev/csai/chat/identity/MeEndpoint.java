package dev.csai.chat.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.access.Caller;
import dev.csai.chat.web.LanguageTags;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own account. */
@RestController
@RequestMapping("/v1/me")
class MeEndpoint {

    private static final int MAX_NAME = 120;

    private final Accounts accounts;
    private final NewPasswords passwords;
    private final SignIn signIn;
    private final SignInAnswers answers;
    private final LoginThrottle throttle;

    MeEndpoint(Accounts accounts, NewPasswords passwords, SignIn signIn, SignInAnswers answers,
            LoginThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.answers = answers;
        this.throttle = throttle;
    }

    /** @param secondFactor whether a code is asked for at log-in */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(UUID id, String email, String name, String locale, boolean secondFactor) {}

    /** What is absent stays as it is. */
    record ChangedMe(@Nullable String name, @Nullable String locale) {}

    record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {

        @Override
        public String toString() {
            return "PasswordChange[withheld]";
        }
    }

    @GetMapping
    Mono<Me> me(Caller.Person caller) {
        return accounts.of(caller.personId());
    }

    @PatchMapping
    Mono<Me> change(Caller.Person caller, @RequestBody ChangedMe changed) {
        String name = changed.name() == null ? null : PlainText.required(changed.name(), "/name", MAX_NAME);
        return accounts.change(caller, name, LanguageTags.optional(changed.locale(), "/locale"));
    }

    /** Ends all other sessions, and begins this one anew. */
    @PostMapping("/password")
    Mono<ResponseEntity<LoginAnswer>> changePassword(Caller.Person caller, @RequestBody PasswordChange change,
            ServerHttpRequest http) {
        String current = LoginRequest.checkedPassword(change.currentPassword(), "/currentPassword");
        String next = PasswordRules.checkedLength(change.newPassword(), "/newPassword");
        return throttle.admit(http.getRemoteAddress(), caller.personId().toString())
                .then(Mono.defer(() -> passwords.change(caller, current, next)))
                .then(Mono.defer(() -> signIn.enter(caller.personId(), tenant(caller))))
                .switchIfEmpty(Mono.error(SignIn::noStanding))
                .map(signedIn -> answers.to(http, signedIn));
    }

    /** Logs out everywhere. */
    @DeleteMapping("/sessions")
    Mono<ResponseEntity<Void>> endSessions(Caller.Person caller, ServerHttpRequest http) {
        return accounts.endSessions(caller)
                .thenReturn(ResponseEntity.noContent()
                        .header(HttpHeaders.SET_COOKIE, RefreshCookie.none(http).toString())
                        .build());
    }

    /** Where the caller is logged in; null for an operator. */
    static @Nullable TenantId tenant(Caller.Person caller) {
        return caller instanceof Caller.Member member ? member.tenant() : null;
    }
}
