package dev.csai.chat.identity;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.web.Page;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** People's accounts, for operators whom somebody asks for help. */
@RestController
@RequestMapping("/v1/admin/people")
class PeopleEndpoint {

    private final LostFactors factors;

    PeopleEndpoint(LostFactors factors) {
        this.factors = factors;
    }

    /** @param secondFactor whether a code is asked for at log-in */
    record PersonView(UUID id, String email, String name, boolean secondFactor) {}

    /** Who has an address, whole; nobody is listed. */
    @GetMapping
    Mono<Page<PersonView>> byEmail(Operator operator, @RequestParam String email) {
        return factors.holders(EmailAddress.checked(email, "email")).map(found -> new Page<>(found, null));
    }

    /**
     * For who has lost phone and recovery codes. Ends all their sessions, and tells them by mail. To make sure who asks
     * is the operator's part. Nobody's own.
     */
    @DeleteMapping("/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeSecondFactor(Operator operator, @PathVariable UUID id) {
        return factors.remove(operator, id);
    }
}
