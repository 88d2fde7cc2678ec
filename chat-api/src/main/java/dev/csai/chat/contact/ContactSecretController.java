package dev.csai.chat.contact;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The tenant's contact secret over HTTP. */
@RestController
@RequestMapping("/v1/tenant/contact-secret")
class ContactSecretController {

    private final ContactSecrets secrets;

    ContactSecretController(ContactSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping
    Mono<ContactSecretView> find(Member caller) {
        return secrets.find(caller.tenant())
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("contact secret")));
    }

    /** Shows the secret this once. What it replaces works for 24 hours more. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ContactSecretView> replace(Member caller, IdempotencyKey idempotency) {
        return secrets.replace(caller.tenant(), idempotency);
    }

    @DeleteMapping("/previous")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endPrevious(Member caller) {
        return secrets.endPrevious(caller.tenant());
    }
}
