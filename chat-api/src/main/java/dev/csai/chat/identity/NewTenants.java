package dev.csai.chat.identity;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.tenant.Establishing;
import dev.csai.chat.tenant.NewProfile;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Founds a tenant of whoever has signed up for it. */
@Component
class NewTenants {

    /** Whoever has an account by now keeps it, with its password. */
    private static final String PERSON = """
            with added as (
              insert into chat.people (id, email, password_hash, name, locale, created_at)
              values (:id, :email, :password, :name, :locale, :now)
              on conflict (email) do nothing returning id
            )
            select id from added union all select id from chat.people where email = :email limit 1
            """;
    private static final String OWNER = """
            insert into chat.members (tenant_id, id, person_id, role, email, name, created_at)
            select :tenant, :id, p.id, :role, p.email, p.name, :now from chat.people p where p.id = :person
            """;

    private final Establishing establishing;
    private final Clock clock;

    NewTenants(Establishing establishing, Clock clock) {
        this.establishing = establishing;
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
        Instant now = clock.instant();
        return person(db, founding, now)
                .flatMap(person -> establishing.begin(db, profile(founding))
                        .map(tenant -> new Member(tenant, Ids.next(), person, Role.OWNER)))
                .flatMap(founder -> owner(db, founder, now).thenReturn(new Founded(founder)));
    }

    private static NewProfile profile(Founding founding) {
        boolean isHebrew = Locale.forLanguageTag(founding.locale()).getLanguage().equals("he");
        return new NewProfile(founding.company(), founding.industry(), isHebrew ? "he" : "en",
                NewProfile.USUAL_LANGUAGES);
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

    private static Mono<Long> owner(DatabaseClient db, Member founder, Instant now) {
        return db.sql(OWNER)
                .bind("tenant", founder.tenant().value())
                .bind("id", founder.memberId())
                .bind("person", founder.personId())
                .bind("role", founder.role().word())
                .bind("now", now)
                .fetch().rowsUpdated();
    }
}
