package dev.csai.chat.identity.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import dev.csai.chat.egress.CallFailed;
import dev.csai.chat.egress.GuardedHttp;
import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What providers publish of themselves. Their descriptions are remembered for minutes, so that anybody's wish to sign in
 * does not become a call each; their keys are read anew for each sign-in, so that one that was withdrawn is good no more.
 * All failures are one problem: a tenant could otherwise feel its way through our network.
 */
@Component
class Discovery {

    private static final Logger log = LoggerFactory.getLogger(Discovery.class);

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 1000;
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    /** Documents of others hold more than we look for. */
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final GuardedHttp http;
    private final AddressPolicy policy;
    /** By issuer, whose own word it is, whichever tenants trust it. */
    private final Cache<String, ProviderMetadata> known;

    Discovery(GuardedHttp http, AddressPolicy policy, Clock clock) {
        this.http = http;
        this.policy = policy;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    Mono<ProviderMetadata> of(String issuer) {
        ProviderMetadata remembered = known.getIfPresent(issuer);
        return remembered == null ? read(issuer) : Mono.just(remembered);
    }

    /** As {@link #of(String)}, but as it is now. */
    Mono<ProviderMetadata> read(String issuer) {
        // Section 4.1: a slash at the end is left out before the path is put behind it.
        URI document = URI.create(issuer.replaceFirst("/$", "") + WELL_KNOWN);
        return http.get(document)
                .map(body -> LENIENT.readValue(body, ProviderMetadata.Document.class))
                .flatMap(published -> Mono.justOrEmpty(published.checked(issuer, policy)))
                .onErrorMap(failure -> failure instanceof CallFailed || failure instanceof JacksonException,
                        failure -> silent(issuer, failure.toString()))
                .switchIfEmpty(Mono.error(() -> silent(issuer, "what it publishes is not what is needed")))
                .doOnNext(metadata -> known.put(issuer, metadata));
    }

    Mono<JWKSet> keys(String issuer, ProviderMetadata metadata) {
        return http.get(metadata.jwksUri())
                .onErrorMap(CallFailed.class, failure -> silent(issuer, failure.toString()))
                .<JWKSet>handle((body, sink) -> {
                    try {
                        sink.next(JWKSet.parse(body));
                    } catch (ParseException e) {
                        sink.error(silent(issuer, "its keys cannot be read"));
                    }
                });
    }

    private static ProblemException silent(String issuer, String reason) {
        log.info("The identity provider {} is of no use: {}", issuer, reason);
        return ProblemException.of(ProblemType.UNAVAILABLE, "The identity provider does not answer as one.");
    }
}
