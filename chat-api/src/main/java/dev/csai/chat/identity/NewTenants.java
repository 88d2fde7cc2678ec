package dev.csai.chat.identity;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.KeyText;
import dev.csai.chat.access.Role;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Founds a tenant: its owner, and the key that its widget uses. */
@Component
class NewTenants {

    /** What the smallest plan allows. */
    private static final int REQUESTS_PER_MINUTE = 60;

    /** Whoever has an account by now keeps it, with its password. */
    private static final String PERSON = """
            with added as (
              insert into chat.people (id, email, password_hash, name, locale, created_at)
              values (:id, :email, :password, :name, :locale, :now)
              on conflict (email) do nothing returning id
            )
            select id from added union all select id from chat.people where email = :email limit 1
            """;
    private static final String TENANT = """
            insert into chat.tenants (id, name, industry, default_locale, languages, requests_per_minute, created_at)
            values (:id, :name, :industry, :language, '{en,he}', :requests, :now)
            """;
    private static final String OWNER = """
            insert into chat.members (tenant_id, id, person_id, role, email, name, created_at)
            select :tenant, :id, p.id, :role, p.email, p.name, :now from chat.people p where p.id = :person
            """;
    private static final String KEY = """
            insert into chat.api_keys (tenant_id, id, kind, key_text, created_at)
            values (:tenant, :id, 'publishable', :key, :now)
            """;

    private final Clock clock;

    NewTenants(Clock clock) {
        this.clock = clock;
    }

    /** @param email proven to be the founder's */
    record Founding(String email, String passwordHash, String company, @Nullable String industry, String locale) {

        @Override
        public String toString() {
            return "Founding[withheld]";
        }
    }

    record Founded(Member founder) {

        UUID person() {
            return founder.personId();
        }

        TenantId tenant() {
            return founder.tenant();
        }
    }

    /** In the caller's transaction, with the system role. */
    Mono<Founded> found(DatabaseClient db, Founding founding) {
        TenantId tenant = new TenantId(Ids.next());
        Instant now = clock.instant();
        return person(db, founding, now)
                .map(person -> new Member(tenant, Ids.next(), person, Role.OWNER))
                .flatMap(founder -> tenant(db, founding, tenant, now)
                        .then(owner(db, founder, now))
                        .then(key(db, tenant, now))
                        .thenReturn(new Founded(founder)));
    }

    private static Mono<UUID> person(DatabaseClient db, Founding founding, Instant now) {
        return db.sql(PERSON)
                .bind("id", Ids.next())
                .bind("email", founding.email())
                .bind("password", founding.passwordHash())
                .bind("name", founding.email().substring(0, founding.email().indexOf('@')))
                .bind("locale", founding.locale())
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }

    private static Mono<Long> tenant(DatabaseClient db, Founding founding, TenantId tenant, Instant now) {
        boolean isHebrew = Locale.forLanguageTag(founding.locale()).getLanguage().equals("he");
        GenericExecuteSpec insert = db.sql(TENANT)
                .bind("id", tenant.value())
                .bind("name", founding.company())
                .bind("language", isHebrew ? "he" : "en")
                .bind("requests", REQUESTS_PER_MINUTE)
                .bind("now", now);
        String industry = founding.industry();
        return (industry == null ? insert.bindNull("industry", String.class) : insert.bind("industry", industry))
                .fetch().rowsUpdated();
    }

    private static Mono<Long> owner(DatabaseClient db, Member founder, Instant now) {
        return db.sql(OWNER)
                .bind("tenant", founder.tenant().value())
                .bind("id", founder.memberId())
                .bind("person", founder.personId())
                .bind("role", founder.role().word())
                .bind("now", now)
                .fetch().rowsUpdated();
    }

    private static Mono<Long> key(DatabaseClient db, TenantId tenant, Instant now) {
        return db.sql(KEY)
                .bind("tenant", tenant.value())
                .bind("id", Ids.next())
                .bind("key", KeyText.generate())
                .bind("now", now)
                .fetch().rowsUpdated();
    }
}
