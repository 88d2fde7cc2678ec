package dev.csai.chat.once;

import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a request: HMACs, from which nobody who reads the table guesses addresses that were asked for. */
@Component
class RequestHashes {

    private final SecretKeySpec key;
    private final JsonMapper json;

    RequestHashes(Sealer sealer, JsonMapper json) {
        this.key = new SecretKeySpec(sealer.derive("idempotency keys"), "HmacSHA256");
        this.json = json;
    }

    /** @param text the client's key, which has no line breaks */
    Place place(IdempotencyKey under, String text) {
        String all = String.join("\n", under.tenant().toString(), under.principal().toString(),
                under.operation(), text);
        return new Place(under.tenant(), under.principal(), under.operation(),
                hmac(all.getBytes(StandardCharsets.UTF_8)));
    }

    String fingerprint(Asked asked) {
        IdempotencyKey under = asked.key();
        return hmac(json.writeValueAsBytes(
                List.of(under.powers(), new TreeMap<>(under.path()), asked.what())));
    }

    private String hmac(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
