package dev.csai.chat.identity.oidc;

import dev.csai.chat.access.Caller.Member;
import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The tenant's identity provider over HTTP. */
@RestController
@RequestMapping("/v1/tenant/sign-in")
class ProviderController {

    private final Providers providers;
    private final AddressPolicy policy;

    ProviderController(Providers providers, AddressPolicy policy) {
        this.providers = providers;
        this.policy = policy;
    }

    @GetMapping
    Mono<ProviderView> view(Member caller) {
        return providers.view(caller.tenant());
    }

    /** A domain that is left out has to be proven anew. */
    @PutMapping
    Mono<ProviderView> put(Member caller, @RequestBody ProviderRequest request) {
        return providers.put(caller, request.checked(policy));
    }

    /** Also ends, within a quarter of an hour, the sessions of those who came that way. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Member caller) {
        return providers.remove(caller.tenant());
    }

    @PostMapping("/domains/{domain}/verify")
    Mono<ProviderView> verify(Member caller, @PathVariable String domain) {
        return Mono.justOrEmpty(DomainName.of(domain))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("domain")))
                .flatMap(name -> providers.verify(caller.tenant(), name));
    }
}
