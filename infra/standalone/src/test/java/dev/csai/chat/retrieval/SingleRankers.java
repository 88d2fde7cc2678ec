package dev.csai.chat.retrieval;

import dev.csai.shared.TenantId;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import dev.csai.shared.text.Terms;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What either half of the search finds alone: the words by the search's own SELECT, the vectors by an exact scan. */
public final class SingleRankers implements AutoCloseable {

    private static final String ON_ARRAYS = """
            select c.text
            from ingest.chunks_v1 c
            join ingest.documents_v1 d on d.tenant_id = c.tenant_id and d.active_generation_id = c.generation_id
            where c.tenant_id = :tenant and c.embedding is not null
            order by (select sum(mine::float8 * theirs)
              from unnest(c.embedding, cast(:vector as real[])) as v(mine, theirs)) desc
            limit :limit
            """;

    /** "0 +" keeps the index, which estimates, out of it. */
    private static final String ON_PGVECTOR = """
            select c.text
            from ingest.vectors_v1 v
            join ingest.documents_v1 d on d.tenant_id = v.tenant_id and d.active_generation_id = v.generation_id
            join ingest.chunks_v1 c
              on c.tenant_id = v.tenant_id and c.generation_id = v.generation_id and c.ordinal = v.ordinal
            where v.tenant_id = :tenant
            order by 0 + (v.embedding <=> cast(cast(:vector as real[]) as vector))
            limit :limit
            """;

    private final JdbcClient sql;
    private final String nearest;
    private final MiniLmEmbeddingModel model = new MiniLmEmbeddingModel(1);

    public SingleRankers(DataSource database, VectorForm form) {
        this.sql = JdbcClient.create(database);
        this.nearest = switch (form) {
            case ARRAYS -> ON_ARRAYS;
            case PGVECTOR -> ON_PGVECTOR;
        };
    }

    public List<String> words(TenantId tenant, String question, int limit) {
        var terms = new AskedTerms(Terms.ofQuestion(question));
        return sql.sql(SearchSql.LEXICAL)
                .param("tenant", tenant.value())
                .param("terms", terms.terms())
                .param("weights", terms.weights())
                .param("lexicalLimit", limit)
                .param("limit", limit)
                .query((row, number) -> row.getString("text"))
                .list();
    }

    public List<String> meaning(TenantId tenant, String question, int limit) {
        float[] vector = model.embed(question);
        return sql.sql(nearest)
                .param("tenant", tenant.value())
                .param("vector", IntStream.range(0, vector.length).mapToObj(i -> vector[i]).toArray(Float[]::new))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        model.close();
    }
}
