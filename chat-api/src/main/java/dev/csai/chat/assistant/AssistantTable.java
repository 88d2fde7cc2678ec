package dev.csai.chat.assistant;

import static dev.csai.chat.db.Columns.required;

import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rows of assistants; every method works in the caller's transaction. */
@Component
class AssistantTable {

    private static final String FIND = """
            select a.enabled, a.channels_off, a.draft::text as draft, a.revision, a.version,
              v.settings::text as in_force
            from chat.assistants a
            left join chat.assistant_versions v on v.tenant_id = a.tenant_id and v.number = a.version
            where a.tenant_id = :tenant
            """;

    private static final String BEGIN = """
            insert into chat.assistants (tenant_id, draft) values (:tenant, cast(:draft as jsonb))
            on conflict (tenant_id) do nothing
            """;

    private static final String SWITCH = """
            update chat.assistants set enabled = :enabled, channels_off = :off where tenant_id = :tenant
            """;

    private static final String REDRAFT = """
            update chat.assistants set draft = cast(:draft as jsonb), revision = revision + 1
            where tenant_id = :tenant
            """;

    private static final String PUT_IN_FORCE = """
            update chat.assistants set version = :version where tenant_id = :tenant
            """;

    private static final String LANGUAGES = "select languages from chat.tenants where id = :tenant";

    private final JsonMapper json;

    AssistantTable(JsonMapper json) {
        this.json = json;
    }

    /** The defaults for a tenant without a row. */
    Mono<Assistant> find(DatabaseClient db, TenantId tenant) {
        return find(db, FIND, tenant).defaultIfEmpty(Assistant.DEFAULT);
    }

    /** Makes the row if there is none, and keeps others from changing it until the transaction ends. */
    Mono<Assistant> lock(DatabaseClient db, TenantId tenant) {
        return db.sql(BEGIN)
                .bind("tenant", tenant.value())
                .bind("draft", json.writeValueAsString(AssistantSettings.DEFAULTS))
                .fetch()
                .rowsUpdated()
                .then(Mono.defer(() -> find(db, FIND + " for no key update of a", tenant)));
    }

    Mono<Long> set(DatabaseClient db, TenantId tenant, Switches switches) {
        return db.sql(SWITCH)
                .bind("tenant", tenant.value())
                .bind("enabled", switches.enabled())
                .bind("off", switches.off().stream().map(Channel::word).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> redraft(DatabaseClient db, TenantId tenant, AssistantSettings draft) {
        return db.sql(REDRAFT)
                .bind("tenant", tenant.value())
                .bind("draft", json.writeValueAsString(draft))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> putInForce(DatabaseClient db, TenantId tenant, int version) {
        return db.sql(PUT_IN_FORCE).bind("tenant", tenant.value()).bind("version", version).fetch().rowsUpdated();
    }

    Mono<List<String>> languages(DatabaseClient db, TenantId tenant) {
        return db.sql(LANGUAGES).bind("tenant", tenant.value()).mapValue(String[].class).one().map(List::of);
    }

    private Mono<Assistant> find(DatabaseClient db, String sql, TenantId tenant) {
        return db.sql(sql).bind("tenant", tenant.value()).map(this::assistant).one();
    }

    private Assistant assistant(Readable row) {
        String inForce = row.get("in_force", String.class);
        return new Assistant(
                Switches.of(required(row, "enabled", Boolean.class), channels(row)),
                settings(required(row, "draft", String.class)), required(row, "revision", Integer.class),
                version(row), inForce == null ? AssistantSettings.DEFAULTS : settings(inForce));
    }

    private static @Nullable Integer version(Readable row) {
        return row.get("version", Integer.class);
    }

    private static Set<Channel> channels(Readable row) {
        return Arrays.stream(required(row, "channels_off", String[].class)).map(Channel::of)
                .collect(Collectors.toSet());
    }

    private AssistantSettings settings(String text) {
        return json.readValue(text, NewSettings.class).known();
    }
}
