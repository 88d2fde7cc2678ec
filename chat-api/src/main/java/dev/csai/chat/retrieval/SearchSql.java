package dev.csai.chat.retrieval;

/**
 * The search as one SELECT. Words: BM25 over the postings; the impacts were computed at indexing, the rarity of a term
 * among the tenant's searchable chunks is computed here. Vectors: what they and the words propose is ranked by the sum
 * of both, with the exact cosine, whichever form the vectors are kept in.
 */
final class SearchSql {

    private static final String WORDS = """
            with searchable as materialized (
              select d.active_generation_id as generation_id, s.file_name, d.chunk_count
              from ingest.documents_v1 d
              join chat.documents s on s.tenant_id = d.tenant_id and s.id = d.document_id
              where d.tenant_id = :tenant and d.active_generation_id is not null and s.deleted_at is null
            ), size as materialized (
              select coalesce(sum(chunk_count), 0)::float8 as chunks from searchable
            ), asked as materialized (
              select term, weight from unnest(:terms::text[], :weights::float8[]) as q(term, weight)
            ), found as materialized (
              select p.term, p.generation_id, p.ordinals, p.impacts
              from asked a
              join ingest.postings_v1 p on p.tenant_id = :tenant and p.term = a.term
              -- "is true" makes the list a filter by hash: a plan kept for any tenant would join it by loops, and so
              -- compare every document of a large one with every row.
              where (p.generation_id in (select generation_id from searchable)) is true
            ), known as (
              select term, sum(cardinality(ordinals))::float8 as chunks from found group by term
            ), weighed as materialized (
              select a.term, coalesce(k.chunks, 0) as chunks,
                a.weight * ln(1 + greatest(size.chunks - coalesce(k.chunks, 0) + 0.5, 0.5)
                  / (coalesce(k.chunks, 0) + 0.5)) as weight,
                sum(k.chunks) over (order by k.chunks, a.term) as work
              from asked a cross join size left join known k on k.term = a.term
            ), total as materialized (
              select nullif(sum(w.weight), 0) as weight,
                coalesce(sum(w.weight) / ln(1 + (min(size.chunks) + 0.5) / 0.5), 0) as words
              from weighed w cross join size
            ), lexical as materialized (
              select f.generation_id, hit.ordinal, sum(w.weight * hit.impact) / min(total.weight) as score,
                sum(w.weight) / min(total.weight) as coverage
              from weighed w join found f on f.term = w.term cross join total
              cross join lateral unnest(f.ordinals, f.impacts) as hit(ordinal, impact)
              -- Of a large tenant's most common terms those are left out that would cost more than they tell.
              where w.work <= 20000 or w.work = w.chunks
              group by f.generation_id, hit.ordinal
              order by score desc, f.generation_id, hit.ordinal
              limit :lexicalLimit
            )""";

    /**
     * The angle is estimated by comparing sketches, and only for the best the exact product of the vectors is summed up,
     * at some fifty microseconds each.
     */
    private static final String ARRAYS = """
            , near as materialized (
              select c.generation_id, c.ordinal
              from searchable s
              join ingest.chunks_v1 c on c.tenant_id = :tenant and c.generation_id = s.generation_id
              where c.signature is not null
              order by bit_count(c.signature # cast(:signature as bit varying))
              limit :nearLimit
            ), proposed as (
              select generation_id, ordinal from lexical union select generation_id, ordinal from near
            ), promising as materialized (
              select c.generation_id, c.ordinal, coalesce(l.score, 0) as score, coalesce(l.coverage, 0) as coverage,
                c.embedding
              from proposed k
              join ingest.chunks_v1 c
                on c.tenant_id = :tenant and c.generation_id = k.generation_id and c.ordinal = k.ordinal
              left join lexical l on l.generation_id = k.generation_id and l.ordinal = k.ordinal
              order by coalesce(l.score, 0) + :cosineWeight * coalesce(greatest(0, cos(pi()
                * bit_count(c.signature # cast(:signature as bit varying)) / length(c.signature))), 0) desc
              limit :promisingLimit
            ), ranked as (
              select generation_id, ordinal, score, coverage,
                (select sum(mine::float8 * theirs)
                  from unnest(embedding, cast(:vector as real[])) as v(mine, theirs)) as cosine
              from promising
            )""";

    /**
     * All vectors of the tenant are compared, or the index over all tenants is walked until enough of what it meets is
     * this tenant's. With c chunks of v vectors in all, the one costs c comparisons and the other sixty times v / c at
     * fifteen times the price. The planner knows neither price; of the two halves only the one that is wanted is run.
     */
    private static final String PGVECTOR = """
            , question as materialized (
              select cast(:vector as vector) as vector
            ), walk as materialized (
              select size.chunks * size.chunks > 900 * greatest(vectors.reltuples, size.chunks) as cheaper
              from size cross join pg_class vectors where vectors.oid = 'ingest.vectors'::regclass
            ), near as materialized (
              (select v.generation_id, v.ordinal
              from searchable s
              join ingest.vectors_v1 v on v.tenant_id = :tenant and v.generation_id = s.generation_id
              where not (select cheaper from walk)
              -- "0 +" so that the index cannot give this order.
              order by 0 + (v.embedding <=> (select vector from question))
              limit :nearLimit)
              union all
              (select v.generation_id, v.ordinal
              from ingest.vectors_v1 v
              where (select cheaper from walk) and v.tenant_id = :tenant
                -- "is true" keeps the list a filter: joined to it, rows would lose the order of the index.
                and (v.generation_id in (select generation_id from searchable)) is true
              order by v.embedding <=> (select vector from question)
              limit :nearLimit)
            ), proposed as (
              select generation_id, ordinal from lexical union select generation_id, ordinal from near
            ), compared as (
              select k.generation_id, k.ordinal, coalesce(l.score, 0) as score, coalesce(l.coverage, 0) as coverage,
                1 - (v.embedding <=> (select vector from question)) as cosine
              from proposed k
              left join lexical l on l.generation_id = k.generation_id and l.ordinal = k.ordinal
              left join ingest.vectors_v1 v
                on v.tenant_id = :tenant and v.generation_id = k.generation_id and v.ordinal = k.ordinal
            ), ranked as materialized (
              select generation_id, ordinal, score, coverage, cosine
              from compared
              order by score + :cosineWeight * coalesce(greatest(0, cosine), 0) desc, generation_id, ordinal
              limit :limit
            )""";

    private static final String ROWS = """

            select c.id, c.document_id, s.file_name, c.text, c.heading, c.page, r.score, r.coverage, %s as cosine,
              t.words
            from %s r
            cross join total t
            join searchable s on s.generation_id = r.generation_id
            join ingest.chunks_v1 c
              on c.tenant_id = :tenant and c.generation_id = r.generation_id and c.ordinal = r.ordinal
            order by %s desc, c.id
            limit :limit
            """;

    static final String LEXICAL = WORDS + ROWS.formatted("null::float8", "lexical", "r.score");

    static final String ON_ARRAYS = hybrid(ARRAYS);

    static final String ON_PGVECTOR = hybrid(PGVECTOR);

    /**
     * What {@link #ON_PGVECTOR} needs set: that nothing but the index gives the order of the second half; that a walk
     * ends only with enough candidates, whose exact order is made afterwards; and that no plan is compiled because of
     * what the half that is not run would cost.
     */
    static final String FOR_PGVECTOR = """
            , set_config('enable_seqscan', 'off', true), set_config('hnsw.iterative_scan', 'relaxed_order', true),
              set_config('hnsw.ef_search', '100', true), set_config('hnsw.max_scan_tuples', '100000', true),
              set_config('jit', 'off', true)
            """;

    private SearchSql() {}

    private static String hybrid(String vectors) {
        return WORDS + vectors
                + ROWS.formatted("r.cosine", "ranked", "r.score + :cosineWeight * coalesce(greatest(0, r.cosine), 0)");
    }
}
