package dev.csai.chat.identity.signing;

import dev.csai.chat.sweep.Sweeper;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sees to it that the signing keys take turns. */
@Component
class KeyTurning extends Sweeper {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final SigningKeys keys;

    KeyTurning(SigningKeys keys) {
        super("Signing keys", PERIOD);
        this.keys = keys;
    }

    @Override
    protected Mono<Void> sweep() {
        return keys.turn();
    }
}
