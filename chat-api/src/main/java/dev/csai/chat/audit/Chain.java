package dev.csai.chat.audit;

import dev.csai.shared.TenantId;
import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The cryptography of the chain. Its key is not in the database, so whoever changes an entry there cannot make the
 * hashes fit again. All hashes are in hexadecimal.
 */
@Component
class Chain {

    /** Before the first entry. */
    static final String BEGINNING = "";

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    Chain(Sealer sealer) {
        this.key = sealer.derive("audit log");
    }

    /**
     * Where a tenant's chain ends.
     *
     * @param lastEntry none while nothing is sealed
     */
    record End(TenantId tenant, long sealed, @Nullable UUID lastEntry, String head) {}

    /** Covers the entry, its place and, through the hash before it, all entries before it. */
    String hash(String previous, long position, Entry entry) {
        Target target = entry.target();
        return mac("entry", previous, Long.toString(position), entry.tenant().toString(),
                entry.id().toString(), entry.occurredAt().toString(), entry.actor().kind(), text(entry.actor().id()),
                entry.actor().name(), entry.operation(), target == null ? null : target.kind(),
                target == null ? null : target.id(), entry.outcome().word(), entry.problem(), entry.before(),
                entry.after(), entry.network(), entry.requestId());
    }

    String mac(End end) {
        return mac("end", end.tenant().toString(), Long.toString(end.sealed()), text(end.lastEntry()),
                end.head());
    }

    private String mac(@Nullable String... fields) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(canonical(fields).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    /** Each field with its length, so that no two lists of fields have the same form. */
    private static String canonical(@Nullable String... fields) {
        return Stream.of(fields)
                .map(field -> field == null ? "-" : field.length() + ":" + field)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
