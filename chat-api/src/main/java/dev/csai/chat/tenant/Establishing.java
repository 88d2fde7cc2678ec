package dev.csai.chat.tenant;

import dev.csai.chat.access.KeyText;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Begins a tenant: itself, and the key that its widget uses. */
@Component
public class Establishing {

    /** What the smallest plan allows. */
    public static final int REQUESTS_PER_MINUTE = 60;

    private static final String TENANT = """
            insert into chat.tenants (id, name, industry, default_locale, languages, requests_per_minute, created_at)
            values (:id, :name, :industry, :locale, :languages, :requests, :now)
            """;
    private static final String KEY = """
            insert into chat.api_keys (tenant_id, id, kind, key_text, created_at)
            values (:tenant, :id, 'publishable', :key, :now)
            """;

    private final Clock clock;

    Establishing(Clock clock) {
        this.clock = clock;
    }

    /** In the caller's transaction, with the system role. Somebody who owns it has to be added there, too. */
    public Mono<TenantId> begin(DatabaseClient db, NewProfile profile) {
        TenantId tenant = new TenantId(Ids.next());
        Instant now = clock.instant();
        return db.sql(TENANT)
                .bind("id", tenant.value())
                .bind("name", profile.name())
                .bind("industry", Parameters.in(R2dbcType.VARCHAR, profile.industry()))
                .bind("locale", profile.defaultLocale())
                .bind("languages", profile.languages().toArray(String[]::new))
                .bind("requests", REQUESTS_PER_MINUTE)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then(key(db, tenant, now))
                .thenReturn(tenant);
    }

    private static Mono<Long> key(DatabaseClient db, TenantId tenant, Instant now) {
        return db.sql(KEY)
                .bind("tenant", tenant.value())
                .bind("id", Ids.next())
                .bind("key", KeyText.generate())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }
}
