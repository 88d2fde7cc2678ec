package dev.csai.chat.mail;

import dev.csai.chat.outbox.OutboxTable;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.message.MailRequested;
import dev.csai.shared.outbox.OutboxRelay;
import dev.csai.shared.secret.Sealer;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Hands letters to the outbox. */
@Component
public class Mails {

    private final OutboxTable outbox;
    private final OutboxRelay relay;
    private final MailSeal seal;
    private final Clock clock;

    Mails(OutboxTable outbox, OutboxRelay relay, Sealer sealer, JsonMapper json, Clock clock) {
        this.outbox = outbox;
        this.relay = relay;
        this.seal = new MailSeal(sealer, json);
        this.clock = clock;
    }

    /**
     * In the caller's transaction; the mail leaves when that has committed.
     *
     * @param onBehalf the tenant, or {@link TenantId#PLATFORM} with the system role
     * @param language of the reader, as a language tag
     */
    public Mono<Void> send(DatabaseClient db, TenantId onBehalf, Letter letter, String to, String language) {
        MailRequested message = seal.seal(Ids.next(), onBehalf.value(), clock.instant(),
                Letters.write(letter, to, language));
        return outbox.add(db, message, MailRequested.DESTINATION).then();
    }

    /** To be called when the transaction is over; a forgotten call costs half a second. */
    public void sent() {
        relay.wake();
    }
}
