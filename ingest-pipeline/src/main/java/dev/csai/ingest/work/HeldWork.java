package dev.csai.ingest.work;

import dev.csai.ingest.work.Attempt.Interruption;
import dev.csai.shared.db.TenantTransactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transactions that commit only while their attempt still holds its work. The document's row is locked first, always,
 * so that a deletion and a running attempt wait for each other instead of blocking each other; then the work's row is
 * shared, which keeps anyone from claiming it before this transaction's end.
 */
public final class HeldWork {

    private static final String DOCUMENT = """
            select 1 from ingest.documents where tenant_id = :tenant and document_id = :document for update
            """;

    private static final String WORK = """
            select 1 from ingest.work
            where tenant_id = :tenant and id = :id and epoch = :epoch and finished_at is null
            for key share
            """;

    private static final String FINISH = """
            update ingest.work set finished_at = :now, outcome = :outcome, leased_until = null
            where tenant_id = :tenant and id = :id
            """;

    private static final String ACTIVATED = """
            update ingest.work set activated = true where tenant_id = :tenant and id = :id
            """;

    private static final String IS_ACTIVATED = """
            select activated from ingest.work where tenant_id = :tenant and id = :id
            """;

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    public HeldWork(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Interrupted if the attempt has to stop or no longer holds the work; nothing is committed then */
    public void run(Attempt attempt, Runnable change) {
        attempt.check();
        transactions.run(attempt.work().tenant(), () -> {
            requireHeld(attempt);
            change.run();
        });
    }

    /** Like {@link #run}, for what is read under the same lock. */
    public <T> T call(Attempt attempt, Supplier<T> reading) {
        attempt.check();
        return transactions.call(attempt.work().tenant(), () -> {
            requireHeld(attempt);
            return reading.get();
        });
    }

    /** Like {@link #run}, and notes that a later attempt has only to tidy up. */
    public void runAndMarkActivated(Attempt attempt, Runnable change) {
        run(attempt, () -> {
            change.run();
            of(ACTIVATED, attempt.work()).update();
        });
    }

    /** Whether the new generation is in place by now; {@link Work#activated()} tells how it was at the claim. */
    public boolean isActivated(Work work) {
        return transactions.call(work.tenant(),
                () -> of(IS_ACTIVATED, work).query(Boolean.class).optional().orElse(false));
    }

    /** The last change of the work, which is over when it commits. An attempt out of time may still say so. */
    int finish(Attempt attempt, WorkEnd end, IntSupplier change) {
        Work work = attempt.work();
        return transactions.call(work.tenant(), () -> {
            requireHeld(attempt);
            int chunks = change.getAsInt();
            of(FINISH, work)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("outcome", end.column())
                    .update();
            return chunks;
        });
    }

    private void requireHeld(Attempt attempt) {
        Work work = attempt.work();
        jdbc.sql(DOCUMENT)
                .param("tenant", work.tenant().value())
                .param("document", work.documentId())
                .query(Integer.class)
                .optional();
        if (of(WORK, work).param("epoch", work.epoch()).query(Integer.class).optional().isEmpty()) {
            attempt.interrupt(Interruption.TAKEN_AWAY);
            throw new Interrupted(Interruption.TAKEN_AWAY);
        }
    }

    private JdbcClient.StatementSpec of(String sql, Work work) {
        return jdbc.sql(sql).param("tenant", work.tenant().value()).param("id", work.id());
    }
}
