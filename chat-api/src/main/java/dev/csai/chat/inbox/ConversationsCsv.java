package dev.csai.chat.inbox;

import dev.csai.chat.db.Reach;
import dev.csai.chat.web.Csv;
import dev.csai.shared.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Conversations as a file, those that began last first: unlike the time of the last activity that never changes, so none
 * is left out or told twice while the file is written. It is read part by part, each in a transaction of its own, so
 * that no client holds a connection however slowly it takes the file.
 */
@Component
class ConversationsCsv {

    /** How many conversations are looked through at most. */
    static final int MOST = 50_000;

    private static final int PART = 500;
    private static final UUID OLDEST = new UUID(0, 0);
    private static final UUID NEWEST = new UUID(-1, -1);

    private final Clock clock;

    ConversationsCsv(Clock clock) {
        this.clock = clock;
    }

    /** @param last the last that was looked at; null when there are no more */
    private record Part(List<ConversationView> found, @Nullable UUID last) {}

    static int checkedLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "out-of-range", "limit must be from 1 to " + MOST + ".");
        }
        return limit;
    }

    /** @param alongside what is written in the transaction that reads the first part */
    Mono<ResponseEntity<Flux<DataBuffer>>> file(Reach reach, ConversationFilter filter, int limit,
            Function<DatabaseClient, Mono<Void>> alongside) {
        CsvColumns columns = CsvColumns.of(reach);
        String name = "conversations-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv";
        return reach.read(db -> alongside.apply(db).then(Mono.defer(() -> part(db, reach, filter, NEWEST))))
                .map(first -> Csv.file(name, columns.head(), rows(reach, filter, first)
                        .take(limit)
                        .buffer(PART)
                        .map(columns::rows)));
    }

    private static Flux<ConversationView> rows(Reach reach, ConversationFilter filter, Part first) {
        return Flux.just(first)
                .expand(part -> Mono.justOrEmpty(part.last())
                        .flatMap(last -> reach.read(db -> part(db, reach, filter, last))))
                .take(MOST / PART)
                .flatMapIterable(Part::found, 1);
    }

    private static Mono<Part> part(DatabaseClient db, Reach reach, ConversationFilter filter, UUID before) {
        return db.sql(ConversationSql.end(filter.conditions()))
                .bindValues(filter.values())
                .bind("before", before)
                .bind("more", PART - 1)
                .mapValue(UUID.class)
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(last -> select(db, reach, filter)
                        .bind("before", before)
                        .bind("last", last.orElse(OLDEST))
                        .bind("limit", PART)
                        .map(ConversationView::of)
                        .all()
                        .collectList()
                        .map(found -> new Part(found, last.orElse(null))));
    }

    private static GenericExecuteSpec select(DatabaseClient db, Reach reach, ConversationFilter filter) {
        String text = filter.text();
        GenericExecuteSpec select = db.sql(Conversations.select(reach) + filter.conditions()
                + " and c.id < :before and c.id >= :last" + (text == null ? "" : ConversationSql.SAID)
                + ConversationSql.NEWEST_FIRST).bindValues(filter.values());
        return text == null ? select : select.bind("text", text);
    }
}
