package dev.csai.chat.identity;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.Rotation.Refused;
import dev.csai.chat.identity.Rotation.Renewed;
import dev.csai.chat.identity.signing.AccessTokens;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Logging in, renewing and logging out. No answer tells whether an e-mail address is known. */
@Component
class SignIn {

    private final SystemTransaction system;
    private final Audit audit;
    private final People people;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final SecondStep secondStep;

    SignIn(SystemTransaction system, People people, Passwords passwords, AccessTokens accessTokens,
            RefreshTokens refreshTokens, SecondStep secondStep, Audit audit) {
        this.system = system;
        this.audit = audit;
        this.people = people;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.secondStep = secondStep;
    }

    /**
     * @param email in lower case
     * @param tenant which of the person's tenants; without it an operator signs in as such, and a member at the tenant
     *        joined first
     * @param code of the second factor, looked at when the password is right
     */
    Mono<SignedIn> login(String email, String password, @Nullable TenantId tenant, @Nullable String code) {
        return people.byEmail(email)
                .flatMap(found -> proven(found, password))
                .flatMap(person -> people.identity(person.id(), tenant))
                .flatMap(identity -> secondStep.pass(identity.personId(), code).thenReturn(identity))
                .flatMap(this::begin)
                .switchIfEmpty(Mono.error(SignIn::wrongCredentials))
                .onErrorResume(ProblemException.class, refusal -> tell(email, tenant).then(Mono.error(refusal)));
    }

    /** Whose account was tried; looked up also of an address that nobody has, so that it takes as long. */
    private Mono<Void> tell(String email, @Nullable TenantId tenant) {
        return system.in(db -> people.reached(db, email, tenant))
                .flatMap(known -> audit.about(known.tenant(), Target.of("member", known.memberId())))
                .then();
    }

    /** For whoever has proven who they are, by mail or otherwise, and passed the {@link SecondStep}. */
    Mono<SignedIn> enter(UUID person, @Nullable TenantId tenant) {
        return people.identity(person, tenant).flatMap(this::begin);
    }

    Mono<SignedIn> renew(String refreshToken, String client) {
        return refreshTokens.rotate(refreshToken, client)
                .flatMap(rotation -> switch (rotation) {
                    case Renewed renewed -> resume(renewed);
                    case Refused refused -> Mono.<SignedIn>empty();
                })
                .switchIfEmpty(Mono.error(SignIn::over));
    }

    Mono<Void> logout(String refreshToken) {
        return refreshTokens.logout(refreshToken);
    }

    /** The same for whatever was wrong. */
    static ProblemException wrongCredentials() {
        return ProblemException.of(ProblemType.WRONG_CREDENTIALS,
                "No member can sign in with this e-mail and password.");
    }

    static ProblemException over() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED, "Please sign in again.");
    }

    static ProblemException noStanding() {
        return ProblemException.of(ProblemType.FORBIDDEN, "This account is a member of nothing any more.");
    }

    private Mono<Person> proven(Optional<Person> found, String password) {
        return passwords.matches(password, found.map(Person::passwordHash))
                .flatMap(matches -> matches ? Mono.justOrEmpty(found) : Mono.empty());
    }

    private Mono<SignedIn> begin(Identity identity) {
        return refreshTokens.issue(identity)
                .flatMap(token -> signedIn(identity, token));
    }

    /** Whoever has lost the standing they logged in with is not given another one instead. */
    private Mono<SignedIn> resume(Renewed renewed) {
        return people.identity(renewed.person(), renewed.tenant())
                .filter(identity -> Objects.equals(identity.tenant(), renewed.tenant()))
                .map(identity -> renewed.byProvider() ? identity.byProvider() : identity)
                .flatMap(identity -> signedIn(identity, renewed.successor()))
                .switchIfEmpty(Mono.defer(() -> refreshTokens.revokeFamily(renewed.successor().text())
                        .then(Mono.empty())));
    }

    private Mono<SignedIn> signedIn(Identity identity, RefreshToken token) {
        return accessTokens.issue(identity.caller()).map(access -> new SignedIn(identity, access, token));
    }
}
