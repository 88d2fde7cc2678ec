package dev.csai.chat.mail;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.OperatorTransaction;
import dev.csai.chat.web.Page;
import dev.csai.shared.mail.Mail;
import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.secret.Sealer;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What was kept instead of being sent. */
@Component
class KeptMails {

    /** Ids grow with time. */
    private static final String PAGE = """
            select message_id, sealed, kept_at from adapter.kept_mails
            where cast(:before as uuid) is null or message_id < :before
            order by message_id desc limit :limit
            """;

    private final OperatorTransaction operators;
    private final MailSeal seal;

    KeptMails(OperatorTransaction operators, Sealer sealer, JsonMapper json) {
        this.operators = operators;
        this.seal = new MailSeal(sealer, json);
    }

    record KeptMail(UUID id, Instant keptAt, String to, String subject, String text) {

        @Override
        public String toString() {
            return "KeptMail[" + id + "]";
        }
    }

    Mono<Page<KeptMail>> page(@Nullable UUID before, int limit) {
        return operators.in(db -> {
            GenericExecuteSpec query = db.sql(PAGE).bind("limit", limit + 1);
            return (before == null ? query.bindNull("before", UUID.class) : query.bind("before", before))
                    .map(this::mail).all().collectList();
        }).map(mails -> Page.of(mails, limit, mail -> mail.id().toString()));
    }

    private KeptMail mail(Readable row) {
        UUID id = required(row, "message_id", UUID.class);
        Mail mail = seal.open(id, required(row, "sealed", String.class));
        return new KeptMail(id, required(row, "kept_at", Instant.class), mail.to(), mail.subject(), mail.text());
    }
}
