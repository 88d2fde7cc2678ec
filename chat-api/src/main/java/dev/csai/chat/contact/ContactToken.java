package dev.csai.chat.contact;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.csai.chat.contact.Claimant.Verified;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JWT (HS256) in which a tenant's server names a contact: {@code sub} is the external id, {@code exp} is at most a day
 * ahead; {@code nbf}, {@code name} and {@code email} may be there. Nothing of it counts before the signature does.
 */
final class ContactToken {

    private static final Duration LONGEST = Duration.ofHours(24);
    /** Many libraries write "not before now", by a clock that may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final JWSObject token;

    private ContactToken(JWSObject token) {
        this.token = token;
    }

    /** @throws ProblemException {@code invalid-contact-token} if it is no JWT of that algorithm */
    static ContactToken parse(String text) {
        try {
            JWSObject token = JWSObject.parse(text);
            if (JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())) {
                return new ContactToken(token);
            }
        } catch (ParseException | IllegalArgumentException e) {
            throw invalid("The contact's signature must be a JWT signed with HS256.");
        }
        throw invalid("The contact's signature must be a JWT signed with HS256.");
    }

    boolean isSignedWith(byte[] secret) {
        try {
            return token.verify(new MACVerifier(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    /**
     * Whom it names; to be asked of a token whose signature is right.
     *
     * @throws ProblemException {@code invalid-contact-token} if it does not hold now or does not say who
     */
    Verified holder(Instant now) {
        Map<String, Object> claims = token.getPayload().toJSONObject();
        if (claims == null) {
            throw invalid("The contact's token holds no claims.");
        }
        Instant end = time(claims, "exp");
        if (end == null || end.isAfter(now.plus(LONGEST))) {
            throw invalid("The contact's token must expire, at most 24 hours ahead.");
        }
        Instant begin = time(claims, "nbf");
        if (!now.isBefore(end) || (begin != null && begin.isAfter(now.plus(SKEW)))) {
            throw invalid("The contact's token has expired or does not hold yet.");
        }
        String externalId = text(claims, "sub");
        if (externalId == null) {
            throw invalid("The contact's token must name the contact's external id as its sub.");
        }
        return new Verified(externalId, text(claims, "name"), text(claims, "email"));
    }

    private static @Nullable Instant time(Map<String, Object> claims, String name) {
        return switch (claims.get(name)) {
            case null -> null;
            case Number seconds when Math.abs(seconds.doubleValue()) < Integer.MAX_VALUE * 1000d ->
                Instant.ofEpochSecond(seconds.longValue());
            default -> throw invalid("The contact's token has a time that is none: " + name + ".");
        };
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return switch (claims.get(name)) {
            case null -> null;
            case String text -> checked(text, name);
            default -> throw invalid("The contact's token has a claim that is no text: " + name + ".");
        };
    }

    private static @Nullable String checked(String text, String name) {
        try {
            String checked = PlainText.optional(text, name, ContactClaim.MAX);
            return checked == null || checked.isEmpty() ? null : checked;
        } catch (ProblemException e) {
            throw invalid("The contact's token has a claim that is too long or no text: " + name + ".");
        }
    }

    static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTACT_TOKEN, detail);
    }

    /** Whoever has it is believed to be the contact. */
    @Override
    public String toString() {
        return "ContactToken[withheld]";
    }
}
