package dev.csai.chat.identity.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All signing keys there are, in the order in which they sign. What each is for follows from the time alone, so that
 * every instance that knows the same keys turns from one to the next at the same moment.
 */
record KeyRing(List<SigningKey> keys) {

    /**
     * How long before its first signature a key is published: longer than any instance, and any cache of the published
     * keys, goes without looking.
     */
    static final Duration NOTICE = Duration.ofHours(1);
    /** By so much an instance whose clock is slow may still sign with the former key, or take a token for good. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    KeyRing {
        keys = List.copyOf(keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The key that signs; never one that was only announced, as long as there is another. */
    SigningKey signing(Instant now) {
        return keys.stream().filter(key -> !key.signsFrom().isAfter(now)).reduce((earlier, later) -> later)
                .orElseGet(keys::getFirst);
    }

    boolean hasNext(Instant now) {
        return keys.stream().anyMatch(key -> key.signsFrom().isAfter(now));
    }

    /** Those that the signature of a valid token may be of, now or soon. */
    List<SigningKey> published(Instant now, Duration tokenLife) {
        return keys.stream().filter(key -> publishedUntil(key, tokenLife).map(now::isBefore).orElse(true)).toList();
    }

    /** Until the last token it signed has expired; empty for the newest key, whose end is not known. */
    Optional<Instant> publishedUntil(SigningKey key, Duration tokenLife) {
        return IntStream.range(0, keys.size() - 1).filter(index -> keys.get(index).id().equals(key.id())).boxed()
                .map(index -> keys.get(index + 1).signsFrom().plus(tokenLife).plus(TOLERANCE)).findFirst();
    }

    /** When the next key would take over by age, at least {@link #NOTICE} ahead; empty while that is not to be told. */
    Optional<Instant> nextDue(Instant now, Duration keyLife) {
        Instant end = keys.getLast().signsFrom().plus(keyLife);
        Instant soonest = now.plus(NOTICE);
        return end.isAfter(soonest) ? Optional.empty() : Optional.of(soonest);
    }
}
