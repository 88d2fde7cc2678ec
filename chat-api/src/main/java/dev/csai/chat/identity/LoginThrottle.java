package dev.csai.chat.identity;

import dev.csai.chat.throttle.FirmLimits;
import dev.csai.chat.throttle.Windows.Window;
import dev.csai.chat.web.ClientNetwork;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows down guessing: many passwords from one address, and one person's password from many addresses. Guessing is not
 * let through while Redis is away.
 */
@Component
public class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration MAIL_WINDOW = Duration.ofHours(1);
    private static final Duration CODE_WINDOW = Duration.ofHours(1);

    private final FirmLimits limits;
    private final TokenSecrets secrets;
    private final int limit;
    private final int mailLimit;
    private final int codeLimit;

    LoginThrottle(FirmLimits limits, TokenSecrets secrets, IdentitySettings settings) {
        this.limits = limits;
        this.secrets = secrets;
        this.limit = settings.loginsPerMinute();
        this.mailLimit = settings.mailsPerHour();
        this.codeLimit = settings.codesPerHour();
    }

    /** Counts an attempt, right or wrong; fails with a problem when there were too many. */
    public Mono<Void> admit(@Nullable InetSocketAddress from, String email) {
        return admit(from).then(Mono.defer(
                () -> take("login:email:" + HexFormat.of().formatHex(secrets.hash(email)), limit, WINDOW)));
    }

    /** Counts an attempt that names no e-mail. */
    public Mono<Void> admit(@Nullable InetSocketAddress from) {
        return take("login:address:" + ClientNetwork.of(from), limit, WINDOW);
    }

    /** Counts a mail that somebody asks for, to whomever: nobody's mailbox is flooded through us. */
    Mono<Void> admitMail(@Nullable InetSocketAddress from, String email) {
        return admit(from).then(Mono.defer(() -> admitMail(email)));
    }

    /** The same for a mail that a member sends to somebody else. */
    public Mono<Void> admitMail(String email) {
        return take("mail:email:" + HexFormat.of().formatHex(secrets.hash(email)), mailLimit, MAIL_WINDOW);
    }

    /** Counts a code of a second factor, which has few digits: who knows the password must not find it by trying. */
    Mono<Void> admitCode(UUID person) {
        return take("login:code:" + person, codeLimit, CODE_WINDOW);
    }

    private Mono<Void> take(String key, int limit, Duration length) {
        return limits.take(List.of(new Window(key, limit, length)), "Too many attempts.");
    }
}
