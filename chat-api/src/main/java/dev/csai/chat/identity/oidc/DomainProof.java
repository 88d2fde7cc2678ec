package dev.csai.chat.identity.oidc;

import dev.csai.chat.egress.CallFailed;
import dev.csai.chat.egress.TextRecords;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever can write into a domain's zone holds the domain, and with it the mailboxes of all who have an address there. */
@Component
class DomainProof {

    static final String PREFIX = "_csai.";

    private static final String VALUE = "csai-verification=";
    private static final int CODE_BYTES = 16;

    private final TextRecords records;
    private final SecureRandom random = new SecureRandom();

    DomainProof(TextRecords records) {
        this.records = records;
    }

    String newCode() {
        byte[] code = new byte[CODE_BYTES];
        random.nextBytes(code);
        return HexFormat.of().formatHex(code);
    }

    static String recordName(String domain) {
        return PREFIX + domain;
    }

    static String recordValue(String code) {
        return VALUE + code;
    }

    /** Fails when the record is not there, or when nobody could say. */
    Mono<Void> require(String domain, String code) {
        return records.of(recordName(domain))
                .onErrorMap(CallFailed.class, failure -> ProblemException.of(
                        ProblemType.UNAVAILABLE, "The domain's name servers do not answer. Try again in a moment."))
                .filter(texts -> texts.contains(recordValue(code)))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.CONFLICT,
                        "The TXT record is not there yet. A new one may take an hour to be seen everywhere.")))
                .then();
    }
}
