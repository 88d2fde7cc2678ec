package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.mail.Letter;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.chat.mail.Mails;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells people what became of their second factor, all in the caller's transaction, with the system role. */
@Component
class FactorLetters {

    private static final String READER = "select email, locale from chat.people where id = :person";

    private record Reader(String email, String language) {}

    private final Mails mails;
    private final PageLinks links;

    FactorLetters(Mails mails, PageLinks links) {
        this.mails = mails;
        this.links = links;
    }

    /** Where the person reads them. */
    Mono<String> address(DatabaseClient db, UUID person) {
        return reader(db, person).map(Reader::email);
    }

    Mono<Void> tell(DatabaseClient db, UUID person, Kind what) {
        return reader(db, person).flatMap(reader -> mails.send(db, TenantId.PLATFORM,
                new Letter(what, List.of(), null, links.forgottenPassword()), reader.email(), reader.language()));
    }

    /** To be called when the transaction is over. */
    void sent() {
        mails.sent();
    }

    private static Mono<Reader> reader(DatabaseClient db, UUID person) {
        return db.sql(READER).bind("person", person)
                .map(row -> new Reader(required(row, "email", String.class), required(row, "locale", String.class)))
                .one();
    }
}
