package dev.csai.chat.tool;

import static dev.csai.chat.db.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the catalogue; every method works in the caller's transaction. */
@Component
class ToolTable {

    private static final String SELECT = """
            select id, revision, state, name, category, effect, description, wording_en::text as wording_en,
              wording_he::text as wording_he, parameters::text as parameters, created_at, updated_at
            from chat.tools
            """;

    private static final String PAGE = SELECT + """
            where id < :before
              and (cast(:state as text) is null or state = :state)
              and (cast(:text as text) is null or position(lower(:text) in lower(concat_ws(chr(10), name, description,
                wording_en ->> 'title', wording_he ->> 'title'))) > 0)
            order by id desc limit :limit
            """;

    private static final String INSERT = """
            insert into chat.tools (id, revision, state, name, category, effect, description, wording_en, wording_he,
              parameters, created_at, updated_at)
            values (:id, :revision, :state, :name, :category, :effect, :description, :en, :he, :parameters, :created,
              :updated)
            """;

    private static final String UPDATE = """
            update chat.tools set revision = :revision, state = :state, name = :name, category = :category,
              effect = :effect, description = :description, wording_en = :en, wording_he = :he,
              parameters = :parameters, created_at = :created, updated_at = :updated
            where id = :id
            """;

    private final JsonMapper json;

    ToolTable(JsonMapper json) {
        this.json = json;
    }

    /** Newest first. */
    Flux<Tool> page(DatabaseClient db, UUID before, @Nullable State state, @Nullable String text, int limit) {
        return db.sql(PAGE)
                .bind("before", before)
                .bind("state", Parameters.in(R2dbcType.VARCHAR, state == null ? null : state.word()))
                .bind("text", Parameters.in(R2dbcType.VARCHAR, text))
                .bind("limit", limit)
                .map(this::tool)
                .all();
    }

    Mono<Tool> find(DatabaseClient db, UUID id) {
        return db.sql(SELECT + " where id = :id").bind("id", id).map(this::tool).one();
    }

    /** Until the transaction ends nobody else changes it. */
    Mono<Tool> toChange(DatabaseClient db, UUID id) {
        return db.sql(SELECT + " where id = :id for update").bind("id", id).map(this::tool).one();
    }

    Mono<Long> add(DatabaseClient db, Tool tool) {
        return bound(db.sql(INSERT), tool).fetch().rowsUpdated();
    }

    Mono<Long> replace(DatabaseClient db, Tool tool) {
        return bound(db.sql(UPDATE), tool).fetch().rowsUpdated();
    }

    Mono<Long> remove(DatabaseClient db, UUID id) {
        return db.sql("delete from chat.tools where id = :id").bind("id", id).fetch().rowsUpdated();
    }

    private GenericExecuteSpec bound(GenericExecuteSpec statement, Tool tool) {
        return statement.bind("id", tool.id())
                .bind("revision", tool.revision())
                .bind("state", tool.state().word())
                .bind("name", tool.name())
                .bind("category", tool.category().word())
                .bind("effect", tool.effect().word())
                .bind("description", tool.description())
                .bind("en", Json.of(json.writeValueAsString(tool.en())))
                .bind("he", Json.of(json.writeValueAsString(tool.he())))
                .bind("parameters", Json.of(json.writeValueAsString(tool.parameters())))
                .bind("created", tool.createdAt())
                .bind("updated", tool.updatedAt());
    }

    private Tool tool(Readable row) {
        return new Tool(required(row, "id", UUID.class), required(row, "revision", Integer.class),
                constant(State.class, row, "state"),
                required(row, "name", String.class), constant(Category.class, row, "category"),
                constant(Effect.class, row, "effect"), required(row, "description", String.class),
                read(row, "wording_en", Wording.class), read(row, "wording_he", Wording.class),
                read(row, "parameters", ParameterSchema.class), required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class));
    }

    private <T> T read(Readable row, String column, Class<T> type) {
        return json.readValue(required(row, column, String.class), type);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Readable row, String column) {
        return Enum.valueOf(type, required(row, column, String.class).toUpperCase(Locale.ROOT));
    }
}
