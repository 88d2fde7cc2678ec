package dev.csai.bench.turn;

import dev.csai.bench.subject.Door;
import dev.csai.bench.subject.Product;
import dev.csai.bench.subject.Surroundings;
import dev.csai.bench.subject.Waiting;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The product with its demo shop and ten documents, asking the model stub, without a limit of requests a minute. */
final class Shop implements AutoCloseable {

    /** So much can be on its way to the ledger when a stretch of load ends. */
    private static final Duration LEDGER_LIMIT = Duration.ofMinutes(3);

    private static final String UNREADY = """
            select count(*) from chat.documents d
            left join ingest.documents i on i.tenant_id = d.tenant_id and i.document_id = d.id
            where i.status is distinct from 'completed'
            """;
    private static final String ON_THE_WAY = """
            select (select count(*) from chat.turns where state = 'running') + (select count(*) from chat.outbox)
              + (select count(*) from broker.message)
            """;

    private final Product product;
    private final Connection database;
    private final String key;

    private Shop(Product product, Connection database, String key) {
        this.product = product;
        this.database = database;
        this.key = key;
    }

    static Shop open(Surroundings surroundings, URI model)
            throws IOException, SQLException, InterruptedException {
        Product product = Product.start(surroundings, surroundings.folder("shop"),
                Map.of("CSAI_MODEL_PROVIDER", "openai", "CSAI_MODEL_BASEURL", model.toString(), "CSAI_MODEL_APIKEY",
                        "none", "CSAI_MODEL_NAME", "stub"));
        Connection database = product.folder().connect();
        try (Statement statement = database.createStatement()) {
            statement.execute("update chat.tenants set requests_per_minute = 1000000");
        }
        Shop shop = new Shop(product, database, product.demoKey(new Door()));
        Waiting.until("the demo's documents are searchable", LEDGER_LIMIT, () -> shop.count(UNREADY) == 0);
        return shop;
    }

    Product product() {
        return product;
    }

    Side distinct() {
        return Side.chat("CSAI, distinct questions", product.url(), List.of(key), Questions::distinct);
    }

    Side repeated() {
        return Side.chat("CSAI, one question", product.url(), List.of(key), Questions::repeated);
    }

    /** Waits until every turn's usage has reached the ledger, and says how long that took. */
    Duration settle() throws IOException, SQLException, InterruptedException {
        return Waiting.until("usage reaches the ledger", LEDGER_LIMIT, () -> count(ON_THE_WAY) == 0);
    }

    /** Turns that were accepted, ever. */
    long turns() throws SQLException {
        return count("select count(*) from chat.turns");
    }

    /** Turns that the ledger knows of. */
    long counted() throws SQLException {
        return count("select coalesce(sum(quantity), 0) from billing.usage_records where meter = 'messages'");
    }

    @Override
    public void close() throws SQLException {
        database.close();
        product.close();
    }

    private long count(String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
