package dev.csai.chat.assistant;

import static dev.csai.chat.db.Columns.required;

import dev.csai.shared.TenantId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rows of published versions; every method works in the caller's transaction. */
@Component
class VersionTable {

    private static final String COLUMNS = "number, published_at, publisher_id, publisher_name, restored_from";

    private static final String PAGE = """
            select %s from chat.assistant_versions
            where tenant_id = :tenant and number < :before order by number desc limit :limit
            """.formatted(COLUMNS);

    private static final String FIND = """
            select %s, settings::text as settings from chat.assistant_versions
            where tenant_id = :tenant and number = :number
            """.formatted(COLUMNS);

    private static final String ADD = """
            insert into chat.assistant_versions (tenant_id, number, settings, restored_from, published_at,
              publisher_id, publisher_name)
            select :tenant, :number, cast(:settings as jsonb), :restoredFrom, :now, :publisher,
              coalesce(cast(:publisherName as text),
                (select name from chat.members where tenant_id = :tenant and id = :publisher),
                (select name from chat.api_keys where tenant_id = :tenant and id = :publisher), '')
            returning %s
            """.formatted(COLUMNS);

    private final JsonMapper json;

    VersionTable(JsonMapper json) {
        this.json = json;
    }

    /** Newest first. */
    Flux<Version> before(DatabaseClient db, TenantId tenant, int before, int limit) {
        return db.sql(PAGE)
                .bind("tenant", tenant.value())
                .bind("before", before)
                .bind("limit", limit)
                .map(VersionTable::version)
                .all();
    }

    /** Empty when there is none of this number. */
    Mono<WholeVersion> find(DatabaseClient db, TenantId tenant, int number) {
        return db.sql(FIND)
                .bind("tenant", tenant.value())
                .bind("number", number)
                .map(row -> WholeVersion.of(version(row),
                        json.readValue(required(row, "settings", String.class), NewSettings.class).known()))
                .one();
    }

    Mono<Version> add(DatabaseClient db, TenantId tenant, NewVersion version, Publishing by, Instant now) {
        return db.sql(ADD)
                .bind("tenant", tenant.value())
                .bind("number", version.number())
                .bind("settings", json.writeValueAsString(version.settings()))
                .bind("restoredFrom", Parameters.in(R2dbcType.INTEGER, version.restoredFrom()))
                .bind("now", now)
                .bind("publisher", by.id())
                .bind("publisherName", Parameters.in(R2dbcType.VARCHAR, by.name()))
                .map(VersionTable::version)
                .one();
    }

    /** @param restoredFrom the earlier version that is published anew, if it is one */
    record NewVersion(int number, AssistantSettings settings, @Nullable Integer restoredFrom) {}

    private static Version version(Readable row) {
        return new Version(required(row, "number", Integer.class), required(row, "published_at", Instant.class),
                new Version.Publisher(required(row, "publisher_id", UUID.class),
                        required(row, "publisher_name", String.class)),
                row.get("restored_from", Integer.class));
    }
}
