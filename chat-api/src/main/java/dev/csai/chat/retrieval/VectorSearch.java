package dev.csai.chat.retrieval;

import dev.csai.shared.db.VectorForm;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The search by words and vectors, for each form the database keeps vectors in. */
enum VectorSearch {

    ARRAYS(SearchSql.ON_ARRAYS, "") {
        @Override
        GenericExecuteSpec bind(GenericExecuteSpec search, Vector vector, int limit) {
            return search.bind("promisingLimit", limit + EXACT_BEYOND_LIMIT)
                    .bind("signature", vector.signature())
                    .bind("vector", vector.components());
        }
    },

    PGVECTOR(SearchSql.ON_PGVECTOR, SearchSql.FOR_PGVECTOR) {
        @Override
        GenericExecuteSpec bind(GenericExecuteSpec search, Vector vector, int limit) {
            return search.bind("vector", vector.text());
        }
    };

    /** How many more than are wanted are compared exactly, for their order by sketch is an estimate. */
    private static final int EXACT_BEYOND_LIMIT = 11;

    private final String sql;
    private final String settings;

    VectorSearch(String sql, String settings) {
        this.sql = sql;
        this.settings = settings;
    }

    static VectorSearch of(VectorForm form) {
        return switch (form) {
            case ARRAYS -> ARRAYS;
            case PGVECTOR -> PGVECTOR;
        };
    }

    /** Binds what this form alone has. */
    abstract GenericExecuteSpec bind(GenericExecuteSpec search, Vector vector, int limit);

    String sql() {
        return sql;
    }

    /** See {@link dev.csai.chat.db.TenantTransaction}. */
    String settings() {
        return settings;
    }
}
