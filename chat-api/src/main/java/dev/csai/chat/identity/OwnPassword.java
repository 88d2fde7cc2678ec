package dev.csai.chat.identity;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks who is logged in for the password once more, before what a thief of the session must not do. */
@Component
class OwnPassword {

    private static final String HASH = "select password_hash from chat.people where id = :person";

    private final SystemTransaction system;
    private final Passwords passwords;

    OwnPassword(SystemTransaction system, Passwords passwords) {
        this.system = system;
        this.passwords = passwords;
    }

    /** Fails when it is another. */
    Mono<Void> check(UUID person, String password, String pointer) {
        return system.in(db -> db.sql(HASH).bind("person", person).mapValue(String.class).one())
                .flatMap(hash -> passwords.matches(password, Optional.of(hash)))
                .filter(matches -> matches)
                .switchIfEmpty(Mono.error(() -> ProblemException.invalid(pointer, "wrong",
                        "This is not your password.")))
                .then();
    }
}
