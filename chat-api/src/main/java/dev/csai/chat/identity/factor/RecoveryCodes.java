package dev.csai.chat.identity.factor;

import dev.csai.shared.secret.Sealer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Codes for when the authenticator is lost: 50 random bits each, of which only a keyed hash is stored. */
final class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int LENGTH = 10;
    /** Enough for the letters, at five bits each. */
    private static final int BYTES = 7;

    private final byte[] hashKey;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(Sealer sealer) {
        this.hashKey = sealer.derive("recovery-codes");
    }

    /** As they are shown: {@code ABCDE-FGHIJ}. */
    List<String> next() {
        return Stream.generate(this::one).distinct().limit(COUNT).toList();
    }

    /** However it is spelled, with or without the dash, in capitals or not. */
    byte[] hash(UUID person, String code) {
        String letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hashKey).hmac(person + " " + letters);
    }

    private String one() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String letters = Base32.builder().get().encodeToString(bytes).substring(0, LENGTH);
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
