package dev.csai.standalone.rules;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A table whose rows belong to tenants.
 *
 * @param columns those that a row cannot be without
 * @param readable whether {@code csai_app} may read it, as far as grants go
 */
record TenantTable(String name, List<Column> columns, boolean readable, boolean insertable, boolean updatable) {

    /** @param isTenant whether it names the tenant whose row it is */
    record Column(String name, String type, boolean isTenant) {

        private String value(UUID tenant) {
            return isTenant ? "'" + tenant + "'" : switch (type) {
                case "uuid" -> "gen_random_uuid()";
                case "boolean" -> "false";
                case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "1";
                case "timestamp with time zone", "timestamp without time zone" -> "now()";
                case "date" -> "current_date";
                case "bytea" -> "decode(md5('" + tenant + "'), 'hex')";
                // What columns that are read off it must find there.
                case "json", "jsonb" -> """
                        '{"tenantId": "%1$s", "generationId": "%1$s", "ordinal": 1}'""".formatted(tenant);
                case "vector" -> "array_fill(1, array[384])";
                default -> type.endsWith("[]") ? "'{}'" : "'" + tenant + "'";
            };
        }
    }

    TenantTable {
        columns = List.copyOf(columns);
    }

    String insert(UUID tenant) {
        return "insert into %s (%s) values (%s)".formatted(name,
                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                columns.stream().map(column -> column.value(tenant)).collect(Collectors.joining(", ")));
    }

    /** Whose rows are seen; nothing in it says whose they should be. */
    String owners() {
        return "select %s from %s".formatted(tenantColumn(), name);
    }

    /** The same, but it takes a while. */
    String ownersSlowly() {
        return "select %s from %s cross join pg_sleep(0.02)".formatted(tenantColumn(), name);
    }

    /** Changes nothing, but counts the rows that could be changed. */
    String touch() {
        String column = columns.getFirst().name();
        return "update %s set %s = %s".formatted(name, column, column);
    }

    /** How many rows there are, and how many of them are another's. */
    String count(UUID mine) {
        return "select count(*)::text || ' rows, ' || count(*) filter (where %s <> '%s') || ' foreign' from %s"
                .formatted(tenantColumn(), mine, name);
    }

    private String tenantColumn() {
        return name.equals("chat.tenants") ? "id" : "tenant_id";
    }
}
