package dev.csai.chat.identity.factor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes that follow from a secret and the time, RFC 6238: SHA-1, six digits, steps of half a minute, since that is what
 * every authenticator app makes.
 */
final class Totp {

    static final Duration STEP = Duration.ofSeconds(30);

    /** Steps by which the app's clock, or whoever types, may be off; RFC 6238, section 5.2. */
    private static final int DRIFT = 1;
    private static final int DIGITS = 6;
    /** As long as the hash; RFC 4226, section 4. */
    private static final int SECRET_BYTES = 20;
    private static final String ISSUER = "CSAI";
    private static final Pattern FORM = Pattern.compile("[0-9]{" + DIGITS + "}");
    private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator(DIGITS);

    private Totp() {}

    static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** As people type it into an app that cannot read the URI. */
    static String text(byte[] secret) {
        return Base32.builder().get().encodeToString(secret);
    }

    /** What a QR code for an authenticator app holds. */
    static URI uri(byte[] secret, String account) {
        return URI.create("otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s&algorithm=SHA1&digits=%4$d&period=%5$d"
                .formatted(ISSUER, encoded(account), text(secret), DIGITS, STEP.toSeconds()));
    }

    static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    /** The newest step near the time whose code it is. */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
                .filter(step -> isEqual(code(secret, step), code)).max();
    }

    private static String code(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }

    private static boolean isEqual(String expected, String code) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
