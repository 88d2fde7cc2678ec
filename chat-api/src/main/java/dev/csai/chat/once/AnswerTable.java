package dev.csai.chat.once;

import static dev.csai.chat.db.Columns.required;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows of chat.idempotency_keys; every method works in the caller's transaction. */
@Component
class AnswerTable {

    private static final String FIND = """
            select fingerprint, answer_sealed from chat.idempotency_keys
            where tenant_id = :tenant and principal = :principal and operation = :operation and key_hash = :key
              and expires_at > :now
            """;

    /** Whoever holds the lock and has found nothing may take the place of what is over and not swept yet. */
    private static final String KEEP = """
            insert into chat.idempotency_keys (tenant_id, principal, operation, key_hash, fingerprint, answer_sealed,
              created_at, expires_at)
            values (:tenant, :principal, :operation, :key, :fingerprint, :answer, :now, :expires)
            on conflict (tenant_id, principal, operation, key_hash) do update set fingerprint = excluded.fingerprint,
              answer_sealed = excluded.answer_sealed, created_at = excluded.created_at, expires_at = excluded.expires_at
            """;

    record Kept(String fingerprint, String answerSealed) {}

    /** Until the transaction ends nobody else gets it; false if somebody has it. Nobody waits here. */
    Mono<Boolean> lock(DatabaseClient db, Place place) {
        return db.sql("select pg_try_advisory_xact_lock(:lock)").bind("lock", place.lock()).mapValue(Boolean.class)
                .one();
    }

    /** To be asked after the lock was got, in a statement of its own, which then sees what its last holder committed. */
    Mono<Kept> find(DatabaseClient db, Place place, Instant now) {
        return at(place, db.sql(FIND))
                .bind("now", now)
                .map(row -> new Kept(required(row, "fingerprint", String.class),
                        required(row, "answer_sealed", String.class)))
                .one();
    }

    Mono<Long> keep(DatabaseClient db, Place place, Kept kept, Instant now, Instant expiresAt) {
        return at(place, db.sql(KEEP))
                .bind("fingerprint", kept.fingerprint())
                .bind("answer", kept.answerSealed())
                .bind("now", now)
                .bind("expires", expiresAt)
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec at(Place place, GenericExecuteSpec sql) {
        return sql.bind("tenant", place.tenant().value())
                .bind("principal", place.principal())
                .bind("operation", place.operation())
                .bind("key", place.keyHash());
    }
}
