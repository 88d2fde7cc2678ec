package dev.csai.chat.seed;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.KeyText;
import dev.csai.chat.access.Role;
import dev.csai.chat.identity.Passwords;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes tenants, people and keys directly, as {@code csai_system}. Blocking; not for use while serving requests. */
public final class TenantSeed {

    private static final String TENANT = """
            insert into chat.tenants (id, name, default_locale, languages, greetings, requests_per_minute, created_at)
            values (:id, :name, :locale, :languages, :greetings::jsonb, :requests, :now)
            """;
    private static final String PERSON = """
            insert into chat.people (id, email, password_hash, name, operator, created_at)
            values (:id, :email, :hash, :name, :operator, :now)
            """;
    private static final String MEMBER = """
            insert into chat.members (tenant_id, id, person_id, role, email, name, created_at)
            select :tenant, :id, p.id, :role, p.email, p.name, :now from chat.people p where p.id = :person
            """;
    private static final String KEY = """
            insert into chat.api_keys (tenant_id, id, kind, key_text, allowed_origins, created_at)
            values (:tenant, :id, 'publishable', :key, :origins, :now)
            """;

    private final JdbcClient system;
    private final Clock clock;
    private final UnaryOperator<String> hashing;
    private final JsonMapper json = new JsonMapper();

    public TenantSeed(DataSource system, Clock clock) {
        this(system, clock, Passwords::hash);
    }

    /** @param hashing makes of a password what is stored of it */
    public TenantSeed(DataSource system, Clock clock, UnaryOperator<String> hashing) {
        this.system = JdbcClient.create(system);
        this.clock = clock;
        this.hashing = hashing;
    }

    public void tenant(NewTenant tenant) {
        system.sql(TENANT)
                .param("id", tenant.id().value())
                .param("name", tenant.name())
                .param("locale", tenant.languages().getFirst())
                .param("languages", texts(tenant.languages()))
                .param("greetings", json.writeValueAsString(tenant.greetings()))
                .param("requests", tenant.requestsPerMinute())
                .param("now", now())
                .update();
    }

    /** How the tenant's widget looks. */
    public void brand(TenantId tenant, String color, String logoUrl) {
        system.sql("update chat.tenants set brand_color = :color, logo_url = :logo where id = :id")
                .param("color", color)
                .param("logo", logoUrl)
                .param("id", tenant.value())
                .update();
    }

    /** A new person. The e-mail is stored in lower case. */
    public UUID person(String name, String email, String password, boolean operator) {
        UUID id = Ids.next();
        system.sql(PERSON)
                .param("id", id)
                .param("email", email)
                .param("hash", hashing.apply(password))
                .param("name", name)
                .param("operator", operator)
                .param("now", now())
                .update();
        return id;
    }

    /** Makes a person a member. */
    public Member member(TenantId tenant, UUID person, Role role) {
        UUID id = Ids.next();
        system.sql(MEMBER)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("person", person)
                .param("role", role.word())
                .param("now", now())
                .update();
        return new Member(tenant, id, person, role);
    }

    /** A new publishable key, by its text. */
    public String publishableKey(TenantId tenant, List<String> allowedOrigins) {
        String key = KeyText.generate();
        system.sql(KEY)
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("key", key)
                .param("origins", texts(allowedOrigins))
                .param("now", now())
                .update();
        return key;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SqlParameterValue texts(List<String> texts) {
        return new SqlParameterValue(Types.ARRAY, "text", texts.toArray(String[]::new));
    }
}
