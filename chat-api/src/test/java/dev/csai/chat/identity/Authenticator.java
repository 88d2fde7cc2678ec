package dev.csai.chat.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import tools.jackson.databind.JsonNode;

/** The app on somebody's phone, by the time of the app under test. */
public record Authenticator(TestApp app, String secret) {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    /** What a factor is set up with: the phone, and the recovery codes as they were shown. */
    public record Set(Authenticator authenticator, List<String> recoveryCodes) {}

    /** Switches the factor of somebody on whose password is {@link TestApp#PASSWORD}. */
    public static Set setUp(TestApp app, String token) {
        Answer begun = app.post("/v1/me/second-factor").token(token).json("""
                {"password": "%s"}""".formatted(TestApp.PASSWORD)).send();
        var authenticator = new Authenticator(app, begun.text("/secret"));
        Answer confirmed = app.post("/v1/me/second-factor/confirm").token(token).json("""
                {"code": "%s"}""".formatted(authenticator.code())).send();
        return new Set(authenticator, StreamSupport
                .stream(confirmed.json().at("/recoveryCodes").spliterator(), false).map(JsonNode::asString).toList());
    }

    public String code() {
        return code(Duration.ZERO);
    }

    String code(Duration ahead) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"),
                    app.clock.instant().plus(ahead));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that has not been used. */
    public String nextCode() {
        app.clock.forward(CODES.getTimeStep());
        return code();
    }

    /** Six digits that are wrong now. */
    String wrongCode() {
        List<String> right = List.of(code(Duration.ofSeconds(-30)), code(), code(Duration.ofSeconds(30)));
        return List.of("000000", "111111", "222222", "333333").stream().filter(code -> !right.contains(code))
                .findFirst().orElseThrow();
    }
}
