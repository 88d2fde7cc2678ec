package dev.csai.chat.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A tenant that has something of everything, with one word in all its texts.
 *
 * @param ids by what they are of
 */
@SuppressWarnings("InlineFormatString") // SQL is read best apart from the code that fills it in.
record Possessions(TestApp app, TenantId tenant, String marker, Credential owner, Credential visitor,
        Map<String, String> ids) {

    /** Tables with rows of tenants that somebody else could have changed. An audit log is sealed by and by. */
    private static final String TABLES = """
            select c.table_schema || '.' || c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.column_name = 'tenant_id' and c.table_schema in ('chat', 'ingest', 'billing', 'adapter')
              and t.table_type = 'BASE TABLE' and c.table_name not in ('outbox', 'refresh_tokens')
              and c.table_name not like 'audit%'
            order by 1
            """;

    private static final String UUID_COLUMNS = """
            select c.table_schema || '.' || c.table_name || ' ' || c.column_name from information_schema.columns c
            where c.data_type = 'uuid' and c.column_name <> 'tenant_id'
              and c.table_schema || '.' || c.table_name in (%s)
            order by 1
            """;

    static Possessions of(TestApp app, Owner owner, String marker) {
        String key = app.seed.publishableKey(owner.tenant(), List.of());
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("member", colleague(app, owner.tenant(), marker).memberId().toString());
        ids.putAll(Belongings.created(owner, key, marker));
        Belongings.name(app, owner.tenant(), marker);
        Possessions known = new Possessions(app, owner.tenant(), marker,
                Credential.person("an owner", "owner", owner.token()),
                Credential.visitor("a publishable key", call -> call.key(key)), ids);
        Map<String, String> all = new LinkedHashMap<>(ids);
        known.furtherIds().forEach((what, id) -> {
            if (!all.containsValue(id)) {
                all.put(what, id);
            }
        });
        return new Possessions(app, owner.tenant(), marker, known.owner, known.visitor, all);
    }

    Map<String, String> idsAndTenant() {
        Map<String, String> all = new HashMap<>(ids);
        all.put("tenant", tenant.toString());
        return all;
    }

    /** Who of this tenant is what the other is of theirs. */
    Credential counterpartOf(Credential other) {
        return other.audience().equals("visitor") ? visitor : owner;
    }

    /** Every row of the tenant. When its keys were last used is written down at leisure. */
    List<String> rows() {
        List<String> tables = app.rows(TABLES);
        assertThat(tables).contains("chat.documents", "chat.members", "chat.messages");
        return app.rows(tables.stream()
                .map(table -> "select '%1$s ' || (to_jsonb(t) - 'last_used_at')::text from %1$s t where tenant_id = '%2$s'"
                        .formatted(table, tenant))
                .collect(Collectors.joining(" union all ", "", " order by 1")));
    }

    /** In the same form, but of nothing. */
    static String unknownLike(String id) {
        if (isUuid(id)) {
            return Ids.next().toString();
        }
        return id.chars().allMatch(Character::isDigit)
                ? "9" + id.substring(1)
                : id.substring(0, id.length() - 1) + (id.endsWith("A") ? 'B' : 'A');
    }

    static boolean isUuid(String id) {
        return id.matches("[0-9a-f-]{36}");
    }

    /** One of each column of ids, also of tables that nobody has thought of here. */
    private Map<String, String> furtherIds() {
        String tables = app.rows(TABLES).stream().map(table -> "'" + table + "'").collect(Collectors.joining(", "));
        String query = app.rows(UUID_COLUMNS.formatted(tables)).stream().map(column -> {
            String[] parts = column.split(" ", 2);
            return "select '%1$s.%2$s ' || min(%2$s::text) from %1$s where tenant_id = '%3$s' having min(%2$s::text) is not null"
                    .formatted(parts[0], parts[1], tenant);
        }).collect(Collectors.joining(" union all "));
        return app.rows(query).stream().map(row -> row.split(" ", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one, LinkedHashMap::new));
    }

    private static Member colleague(TestApp app, TenantId tenant, String marker) {
        UUID person = app.seed.person("Agent " + marker, marker + UUID.randomUUID() + "@example.com", "unused", false);
        return app.seed.member(tenant, person, Role.AGENT);
    }
}
