package dev.csai.shared.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What keeps the tenants of one database apart, checked in the catalogue of that database. */
public final class DatabaseWall {

    /** A table is a tenant's when it has the column, or is the table of tenants itself. */
    public static final String TENANT_TABLES = """
            select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, n.nspname,
              n.nspname || '.' || c.relname as name,
              has_table_privilege('csai_app', c.oid, 'select,insert,update,delete') as reachable
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('chat', 'ingest', 'billing', 'adapter') and c.relkind in ('r', 'p')
              and (n.nspname || '.' || c.relname = 'chat.tenants' or exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
            """;

    /** The one form a policy may have, so that nothing can hide behind an {@code or}. */
    private static final String BOUND = """
            $x$^\\((tenant_id|id) = \\(nullif\\(current_setting\\('app\\.tenant'::text, true\\), ''::text\\)\\)::uuid\\)$$x$
            """
            .strip();

    /** Each gives one sentence a breach. */
    private static final List<String> CHECKS = List.of(
            """
                    select name || ' does not enable row-level security' from tenant_tables where not relrowsecurity
                    """,
            """
                    select name || ' does not force row-level security' from tenant_tables where not relforcerowsecurity
                    """,
            """
                    select name || ' has no policy for csai_app' from tenant_tables t
                    where reachable and not exists (select from pg_policies p where p.schemaname = t.nspname
                      and p.tablename = t.relname and p.roles = '{csai_app}')
                    """,
            """
                    select p.schemaname || '.' || p.tablename || ' has a policy for ' || p.roles::text
                      || ' that does not tie rows to one tenant: ' || p.policyname
                    from pg_policies p
                    where p.schemaname in ('chat', 'ingest', 'billing', 'adapter') and p.roles <> '{csai_system}'
                      and (lower(coalesce(p.qual, '')) !~ bound
                        or p.cmd <> 'SELECT' and lower(coalesce(p.with_check, p.qual)) !~ bound)
                    """.replace("bound", BOUND),
            """
                    select t.name || ' has a foreign key to another tenant table without the tenant: ' || k.conname
                    from tenant_tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
                      join tenant_tables other on other.oid = k.confrelid
                    where not exists (select from pg_attribute a
                      where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnum = any (k.conkey))
                    """,
            """
                    select n.nspname || '.' || c.relname || ' is a view without security_invoker'
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('chat', 'ingest', 'billing', 'adapter') and c.relkind = 'v'
                      and not coalesce('security_invoker=true' = any (c.reloptions), false)
                    """,
            """
                    select n.nspname || '.' || c.relname || ' is a materialized view, which no policy guards'
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('chat', 'ingest', 'billing', 'adapter') and c.relkind = 'm'
                    """,
            """
                    select n.nspname || '.' || p.proname || ' runs with its owner''s rights and csai_app may call it'
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                    where n.nspname in ('chat', 'ingest', 'billing', 'adapter') and p.prosecdef
                      and has_function_privilege('csai_app', p.oid, 'execute')
                    """,
            """
                    select rolname || ' owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                    where rolname in ('csai_app', 'csai_system')
                    union all
                    select rolname || ' owns ' || p.proname from pg_proc p join pg_roles r on r.oid = p.proowner
                    where rolname in ('csai_app', 'csai_system')
                    union all
                    select rolname || ' owns ' || n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner
                    where rolname in ('csai_app', 'csai_system')
                    union all
                    select rolname || ' may create in ' || n.nspname from pg_namespace n, pg_roles r
                    where rolname in ('csai_app', 'csai_system') and n.nspname in ('chat', 'ingest', 'billing', 'adapter')
                      and has_schema_privilege(r.oid, n.oid, 'create')
                    """,
            """
                    select rolname || ' may go around row-level security' from pg_roles
                    where rolname in ('csai_app', 'csai_system', 'csai_owner') and (rolsuper or rolbypassrls)
                    union all
                    select rolname || ' may make itself another role' from pg_roles r
                    where rolname in ('csai_app', 'csai_system')
                      and (rolcreaterole or exists (select from pg_auth_members m where m.member = r.oid))
                    """);

    private DatabaseWall() {}

    /** Empty when the wall stands. */
    public static List<String> breaches(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String check : CHECKS) {
                try (ResultSet rows = statement
                        .executeQuery("with tenant_tables as (" + TENANT_TABLES + ") " + check)) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
        }
        return found;
    }
}
