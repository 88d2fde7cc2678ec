package dev.csai.simulators.oidc;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an id token says (OpenID Connect Core 1.0, section 2), wrong where a lapse says so. */
final class IdTokenClaims {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofHours(1);

    private IdTokenClaims() {}

    static ObjectNode of(OidcProvider provider, Grant grant, Instant now, Lapse lapse) {
        ObjectNode claims = JsonMapper.shared().createObjectNode();
        claims.put("iss", lapse == Lapse.WRONG_ISSUER ? "https://other.example.com" : provider.issuer().toString());
        claims.put("sub", "248289761001");
        audience(claims, provider.clientId(), lapse);
        times(claims, now, lapse);
        if (lapse != Lapse.NO_NONCE) {
            claims.put("nonce", lapse == Lapse.WRONG_NONCE ? "n-0S6_WzA2Mj" : grant.nonce());
        }
        person(claims, provider, lapse);
        return claims;
    }

    private static void audience(ObjectNode claims, String clientId, Lapse lapse) {
        switch (lapse) {
            case WRONG_AUDIENCE -> claims.put("aud", "somebody-else");
            case FURTHER_AUDIENCE -> claims.putArray("aud").add(clientId).add("somebody-else");
            case FOREIGN_AUTHORIZED_PARTY -> claims.put("azp", "somebody-else").putArray("aud").add(clientId)
                    .add("somebody-else");
            default -> claims.put("aud", clientId);
        }
    }

    private static void times(ObjectNode claims, Instant now, Lapse lapse) {
        Instant issued = switch (lapse) {
            case EXPIRED -> now.minus(LONG);
            case FROM_THE_FUTURE -> now.plus(LONG);
            default -> now;
        };
        claims.put("iat", issued.getEpochSecond());
        if (lapse != Lapse.NO_EXPIRY) {
            claims.put("exp", issued.plus(LIFE).getEpochSecond());
        }
    }

    private static void person(ObjectNode claims, OidcProvider provider, Lapse lapse) {
        claims.put("name", provider.name());
        if (lapse != Lapse.NO_EMAIL) {
            claims.put("email", lapse == Lapse.MALFORMED_EMAIL ? "nobody" : provider.email());
        }
        if (lapse != Lapse.EMAIL_NOT_SAID_VERIFIED) {
            claims.put("email_verified", lapse != Lapse.EMAIL_UNVERIFIED);
        }
    }
}
