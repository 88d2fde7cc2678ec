package dev.csai.chat.tenant;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.web.MergePatches.MergePatch;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Profiles of tenants. Changes of one are made one after the other, each to what the one before has left. */
@Component
public class Tenants {

    private static final String READ = """
            select id, name, industry, default_locale, languages, brand_color, brand_position, logo_url,
              greetings::text as greetings, requests_per_minute, created_at
            from chat.tenants where id = :tenant
            """;

    private static final String WRITE = """
            update chat.tenants
            set name = :name, industry = :industry, default_locale = :locale, languages = :languages,
              brand_color = :color, brand_position = :position, logo_url = :logo, greetings = cast(:greetings as jsonb),
              requests_per_minute = :requests
            where id = :tenant
            """;

    private static final TypeReference<Map<String, String>> GREETINGS = new TypeReference<>() {
    };

    private final TenantTransaction transaction;
    private final SystemTransaction system;
    private final Audit audit;
    private final JsonMapper json;

    Tenants(TenantTransaction transaction, SystemTransaction system, Audit audit, JsonMapper json) {
        this.transaction = transaction;
        this.system = system;
        this.audit = audit;
        this.json = json;
    }

    /** @throws ProblemException if there is no such tenant */
    public Mono<TenantProfile> profile(TenantId tenant) {
        return transaction.in(tenant, db -> read(db, READ, tenant)).switchIfEmpty(unknown());
    }

    Mono<TenantProfile> change(TenantId tenant, MergePatch<TenantSettings> patch) {
        return transaction.in(tenant, db -> change(db, tenant,
                before -> patch.applyTo(TenantSettings.of(before)).checked(before), TenantSnapshot::of));
    }

    /** By an operator, who also decides what the plan allows. */
    public Mono<TenantProfile> changeByOperator(TenantId tenant, MergePatch<OperatedSettings> patch) {
        return system.in(db -> change(db, tenant,
                before -> patch.applyTo(OperatedSettings.of(before)).checked(before), TenantSnapshot::withLimit));
    }

    private Mono<TenantProfile> change(DatabaseClient db, TenantId tenant, UnaryOperator<TenantProfile> changing,
            Function<TenantProfile, TenantSnapshot> telling) {
        return read(db, READ + " for no key update", tenant)
                .switchIfEmpty(unknown())
                .flatMap(before -> {
                    TenantProfile after = changing.apply(before);
                    return write(db, tenant, after)
                            .then(audit.changed(db, tenant, Target.of("tenant", tenant.value()),
                                    telling.apply(before), telling.apply(after)))
                            .thenReturn(after);
                });
    }

    private Mono<TenantProfile> read(DatabaseClient db, String sql, TenantId tenant) {
        return db.sql(sql).bind("tenant", tenant.value()).map(this::profile).one();
    }

    private Mono<Long> write(DatabaseClient db, TenantId tenant, TenantProfile profile) {
        Branding branding = profile.branding();
        return db.sql(WRITE)
                .bind("tenant", tenant.value())
                .bind("name", profile.name())
                .bind("industry", Parameters.in(R2dbcType.VARCHAR, profile.industry()))
                .bind("locale", profile.defaultLocale())
                .bind("languages", profile.languages().toArray(String[]::new))
                .bind("color", Parameters.in(R2dbcType.VARCHAR, branding.color()))
                .bind("position", Parameters.in(R2dbcType.VARCHAR, branding.position()))
                .bind("logo", Parameters.in(R2dbcType.VARCHAR, branding.logoUrl()))
                .bind("greetings", json.writeValueAsString(profile.greetings()))
                .bind("requests", profile.requestsPerMinute())
                .fetch()
                .rowsUpdated();
    }

    private TenantProfile profile(Readable row) {
        Branding branding = new Branding(required(row, "brand_color", String.class),
                required(row, "brand_position", String.class), row.get("logo_url", String.class));
        return new TenantProfile(required(row, "id", UUID.class), required(row, "name", String.class),
                row.get("industry", String.class), required(row, "default_locale", String.class),
                List.of(required(row, "languages", String[].class)), branding,
                json.readValue(required(row, "greetings", String.class), GREETINGS),
                required(row, "requests_per_minute", Integer.class), required(row, "created_at", Instant.class));
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("tenant"));
    }
}
