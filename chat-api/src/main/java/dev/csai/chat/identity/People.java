package dev.csai.chat.identity;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Role;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** People are global by e-mail and may be members of many tenants, so they are read across tenants. */
@Component
class People {

    private static final String BY_EMAIL = "select id, password_hash from chat.people where email = :email";

    /** Without a wish for a tenant it is the one joined first. */
    private static final String IDENTITY = """
            select p.id, p.name, p.email, p.operator, m.id as member_id, m.tenant_id, m.role, m.tenant_name, m.suspended
            from chat.people p
            left join lateral (
              select m.id, m.tenant_id, m.role, t.name as tenant_name, t.suspended_at is not null as suspended
              from chat.members m join chat.tenants t on t.id = m.tenant_id
              where m.person_id = p.id and (cast(:tenant as uuid) is null or m.tenant_id = :tenant)
              order by m.created_at, m.id limit 1
            ) m on true
            where p.id = :person
            """;

    private static final String REACHED = """
            select m.tenant_id, m.id from chat.people p join chat.members m on m.person_id = p.id
            where p.email = :email and (not p.operator or m.tenant_id = :tenant)
            order by (m.tenant_id = :tenant) desc nulls last, m.created_at, m.id limit 1
            """;

    private final SystemTransaction system;

    People(SystemTransaction system) {
        this.system = system;
    }

    /**
     * @param email in lower case
     */
    Mono<Optional<Person>> byEmail(String email) {
        return system.in(db -> db.sql(BY_EMAIL)
                .bind("email", email)
                .map(row -> new Person(id(row, "id"), text(row, "password_hash")))
                .one())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Who is written to, or refused, under an address: somebody of a tenant. */
    record Reached(TenantId tenant, UUID memberId) {}

    /**
     * In the caller's transaction. Empty for an address that is no member's, and for an operator's.
     *
     * @param wished which of the person's tenants, if they are its member
     */
    Mono<Reached> reached(DatabaseClient db, String email, @Nullable TenantId wished) {
        GenericExecuteSpec query = db.sql(REACHED).bind("email", email);
        return (wished == null ? query.bindNull("tenant", UUID.class) : query.bind("tenant", wished.value()))
                .map(row -> new Reached(new TenantId(id(row, "tenant_id")), id(row, "id")))
                .one();
    }

    /** Empty when the person has no standing: neither a member of the tenant nor, without one, an operator. */
    Mono<Identity> identity(UUID person, @Nullable TenantId tenant) {
        return system.in(db -> identity(db, person, tenant));
    }

    /** As the other, in the caller's transaction. */
    Mono<Identity> identity(DatabaseClient db, UUID person, @Nullable TenantId tenant) {
        return identityQuery(db, person, tenant).map(row -> identity(row, tenant)).one().flatMap(Mono::justOrEmpty);
    }

    private static GenericExecuteSpec identityQuery(DatabaseClient db, UUID person, @Nullable TenantId tenant) {
        GenericExecuteSpec query = db.sql(IDENTITY).bind("person", person);
        return tenant == null ? query.bindNull("tenant", UUID.class) : query.bind("tenant", tenant.value());
    }

    private static Optional<Identity> identity(Readable row, @Nullable TenantId wished) {
        UUID person = id(row, "id");
        String name = text(row, "name");
        String email = text(row, "email");
        if (wished == null && Boolean.TRUE.equals(row.get("operator", Boolean.class))) {
            return Optional.of(new Identity(new Operator(person), person, name, email, null, false));
        }
        UUID member = row.get("member_id", UUID.class);
        if (member == null) {
            return Optional.empty();
        }
        Member caller = new Member(new TenantId(id(row, "tenant_id")), member, person,
                Role.ofWord(text(row, "role")).orElseThrow());
        return Optional.of(new Identity(caller, person, name, email, text(row, "tenant_name"),
                Boolean.TRUE.equals(row.get("suspended", Boolean.class))));
    }

    private static UUID id(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
