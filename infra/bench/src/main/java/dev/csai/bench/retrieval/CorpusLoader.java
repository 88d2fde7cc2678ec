package dev.csai.bench.retrieval;

import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes a corpus as ingestion would have written it, but all at once. */
final class CorpusLoader {

    /** What belongs to the chunks follows from them. */
    private static final List<String> FOLLOWING = List.of("""
            insert into ingest.documents (tenant_id, document_id, active_generation_id, status, progress, chunk_count)
            select tenant_id, document_id, generation_id, 'completed', 100, count(*) from ingest.chunks
            group by tenant_id, document_id, generation_id
            on conflict do nothing""", """
            insert into ingest.generations (tenant_id, id, document_id, embedding_model, activated_at)
            select tenant_id, active_generation_id, document_id, '%s', now() from ingest.documents
            on conflict do nothing""".formatted(MiniLmEmbeddingModel.NAME), """
            insert into chat.tenants (id, name, requests_per_minute)
            select distinct tenant_id, 'generated', 1000 from ingest.documents
            on conflict do nothing""",
            """
                    insert into chat.documents (tenant_id, id, file_name, content_type, size_bytes, sha256, blob, created_at,
                      updated_at)
                    select tenant_id, document_id, 'generated.txt', 'text/plain', 1, encode(sha256(uuid_send(document_id)), 'hex'),
                      'none', now(), now()
                    from ingest.documents
                    on conflict do nothing""");

    private static final List<String> TIDYING = List.of("vacuum (analyze)", "checkpoint");

    private final IndexDatabase database;
    private final Vocabulary vocabulary;

    CorpusLoader(IndexDatabase database, Vocabulary vocabulary) {
        this.database = database;
        this.vocabulary = vocabulary;
    }

    /** Making up the rows costs as much as storing them, so both cores do both. */
    void load(Corpus corpus) throws InterruptedException, SQLException {
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), corpus.tenants().size());
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                shares.add(share(corpus.tenants(), worker, workers));
            }
            for (Future<Void> done : threads.invokeAll(shares)) {
                await(done);
            }
        }
        execute(FOLLOWING);
        tidy();
    }

    /** What autovacuum would have done by and by. */
    void tidy() throws SQLException {
        execute(TIDYING);
    }

    private void execute(List<String> commands) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private Callable<Void> share(List<GeneratedTenant> tenants, int worker, int workers) {
        return () -> {
            try (Connection one = database.connect();
                    Connection other = database.connect();
                    TenantWriter writer = new TenantWriter(one, other, vocabulary)) {
                for (int i = worker; i < tenants.size(); i += workers) {
                    writer.write(tenants.get(i));
                }
            }
            return null;
        };
    }

    private static void await(Future<Void> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the corpus was not loaded", e.getCause());
        }
    }

    /** @return bytes of the database on disk */
    long size() throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }
}
