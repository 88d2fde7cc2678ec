package dev.csai.ingest.work;

import dev.csai.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out work across tenants, and takes it back from those who fall silent. Times are the database's, because
 * processes whose clocks differ must agree on when a lease ends.
 */
final class WorkQueue {

    /**
     * A document's wishes are done one after the other, in the order they were accepted. A tenant with fewer running
     * goes before one with more, then whoever was served longest ago, so nobody waits behind another's five hundred
     * files.
     */
    private static final String CLAIM = """
            select w.tenant_id, w.id
            from ingest.work w
            join (
              select tenant_id,
                count(*) filter (where leased_until > now()) as running,
                (select max(s.claimed_at) from ingest.work s where s.tenant_id = u.tenant_id) as served
              from ingest.work u
              where finished_at is null
              group by tenant_id
            ) t on t.tenant_id = w.tenant_id
            where w.finished_at is null
              and w.not_before <= now()
              and (w.leased_until is null or w.leased_until <= now())
              and not exists (
                select from ingest.work earlier
                where earlier.tenant_id = w.tenant_id and earlier.document_id = w.document_id
                  and earlier.finished_at is null and earlier.position < w.position)
            order by t.running, t.served nulls first, w.position
            limit 1
            for update of w skip locked
            """;

    private static final String LEASE = """
            update ingest.work
            set epoch = epoch + 1, attempts = attempts + 1, claimed_at = now(),
              leased_until = now() + make_interval(secs => :seconds)
            where tenant_id = :tenant and id = :id
            returning tenant_id, id, kind, document_id, wish, file_name, blob, sha256, written, revision,
              attempts, epoch, activated
            """;

    private static final String RENEW = """
            update ingest.work set leased_until = now() + make_interval(secs => :seconds)
            where tenant_id = :tenant and id = :id and epoch = :epoch and finished_at is null
            """;

    private static final String RETURN = """
            update ingest.work
            set leased_until = null, attempts = attempts - :uncounted,
              not_before = now() + make_interval(secs => :seconds)
            where tenant_id = :tenant and id = :id and epoch = :epoch and finished_at is null
            """;

    private final JdbcClient system;
    private final TransactionTemplate transactions;
    private final Duration lease;

    WorkQueue(JdbcClient system, TransactionTemplate transactions, Duration lease) {
        this.system = system;
        this.transactions = transactions;
        this.lease = lease;
    }

    Optional<Work> claim() {
        Optional<Work> claimed = transactions.execute(status -> system.sql(CLAIM)
                .query((row, number) -> new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .map(this::lease));
        return claimed == null ? Optional.empty() : claimed;
    }

    private Work lease(Key key) {
        return system.sql(LEASE)
                .param("tenant", key.tenant())
                .param("id", key.id())
                .param("seconds", seconds(lease))
                .query(WorkQueue::work)
                .single();
    }

    /** Whether the work is still the caller's. */
    boolean renew(Work work) {
        return bound(RENEW, work).param("seconds", seconds(lease)).update() == 1;
    }

    /** Gives work back to be tried again after a while. */
    void giveBack(Work work, Duration wait) {
        bound(RETURN, work).param("uncounted", 0).param("seconds", seconds(wait)).update();
    }

    /** Gives work back that was stopped for no fault of its own. */
    void giveBackUncounted(Work work) {
        bound(RETURN, work).param("uncounted", 1).param("seconds", 0.0).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Work work) {
        return system.sql(sql)
                .param("tenant", work.tenant().value())
                .param("id", work.id())
                .param("epoch", work.epoch());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("id", UUID.class),
                Work.Kind.ofColumn(row.getString("kind")), row.getObject("document_id", UUID.class),
                row.getString("wish"), row.getString("file_name"), row.getString("blob"), row.getString("sha256"),
                row.getBoolean("written"), row.getInt("revision"), row.getInt("attempts"), row.getLong("epoch"),
                row.getBoolean("activated"));
    }

    private record Key(UUID tenant, UUID id) {}
}
