package dev.csai.chat.identity;

import dev.csai.shared.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Passwords that leaked from elsewhere, by the range protocol of Have I Been Pwned: the list is told the first five
 * digits of a password's SHA-1, answers with all the rest it knows to begin so, and learns neither the password nor, by
 * the padding, whether it was found. A list that does not answer hinders nobody.
 */
@Component
class BreachedPasswords {

    private static final Logger log = LoggerFactory.getLogger(BreachedPasswords.class);

    private static final int PREFIX = 5;
    private static final Pattern RANGE = Pattern.compile("[0-9A-F]{35}:[0-9]+");
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final BreachedPasswordSettings settings;
    private final WebClient list;
    private final Clock clock;
    private final Counter unanswered;
    private final AtomicLong nextWarning = new AtomicLong();

    BreachedPasswords(BreachedPasswordSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        // The answer is some 40 KB; WebClient takes no more than 256.
        this.list = WebClient.builder()
                .baseUrl(settings.url())
                .defaultHeader("Add-Padding", "true")
                .defaultHeader(HttpHeaders.USER_AGENT, "CSAI")
                .build();
        this.unanswered = Counter.builder("csai.identity.breached-passwords.unanswered")
                .description("New passwords let through because the list of leaked ones did not answer")
                .register(meters);
    }

    /** Fails when the password is in the list. */
    Mono<Void> refuse(String password, String pointer) {
        return holds(password)
                .filter(holds -> holds)
                .flatMap(holds -> Mono.error(ProblemException.invalid(pointer, "breached",
                        "This password leaked from another site. Choose one that you use nowhere else.")));
    }

    private Mono<Boolean> holds(String password) {
        if (settings.url().isEmpty()) {
            return Mono.just(false);
        }
        String hash = DigestUtils.sha1Hex(password).toUpperCase(Locale.ROOT);
        return list.get().uri("/{prefix}", hash.substring(0, PREFIX))
                .retrieve()
                .bodyToMono(String.class)
                .map(range -> holds(range, hash.substring(PREFIX)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("an empty range")))
                .timeout(settings.timeout())
                .onErrorResume(this::letThrough);
    }

    /** What is in the range for padding has the count 0. */
    private static boolean holds(String range, String rest) {
        if (!range.lines().findFirst().map(RANGE.asMatchPredicate()::test).orElse(false)) {
            throw new IllegalStateException("no range");
        }
        return range.lines().anyMatch(line -> line.startsWith(rest + ":") && !line.endsWith(":0"));
    }

    private Mono<Boolean> letThrough(Throwable failure) {
        unanswered.increment();
        long now = clock.millis();
        long due = nextWarning.get();
        if (now >= due && nextWarning.compareAndSet(due, now + BETWEEN_WARNINGS.toMillis())) {
            // Not its message, which names the digits that were asked for.
            log.warn("New passwords are not looked up among leaked ones: {}", failure.getClass().getSimpleName());
        }
        return Mono.just(false);
    }
}
