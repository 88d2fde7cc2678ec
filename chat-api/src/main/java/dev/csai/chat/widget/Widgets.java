package dev.csai.chat.widget;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.widget.WidgetConfig.Brand;
import dev.csai.chat.widget.WidgetConfig.Features;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads how each tenant's widget looks and speaks. */
@Component
class Widgets {

    private static final String FIND = """
            select name, logo_url, brand_color, brand_position, default_locale, languages, greetings::text as greetings
            from chat.tenants where id = :tenant
            """;
    private static final TypeReference<Map<String, String>> GREETINGS = new TypeReference<>() {
    };

    private final TenantTransaction transaction;
    private final JsonMapper json;

    Widgets(TenantTransaction transaction, JsonMapper json) {
        this.transaction = transaction;
        this.json = json;
    }

    Mono<WidgetConfig> config(TenantId tenant, @Nullable String asked) {
        return transaction.in(tenant, db -> db.sql(FIND)
                .bind("tenant", tenant.value())
                .map(row -> config(row, asked))
                .one())
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("tenant")));
    }

    private WidgetConfig config(Readable row, @Nullable String asked) {
        String fallback = text(row, "default_locale");
        List<String> spoken = List.of(Objects.requireNonNull(row.get("languages", String[].class)));
        String locale = Locales.choose(asked, spoken, fallback);
        Map<String, String> greetings = json.readValue(text(row, "greetings"), GREETINGS);
        Brand brand = new Brand(text(row, "name"), row.get("logo_url", String.class), text(row, "brand_color"),
                text(row, "brand_position"));
        return new WidgetConfig(brand, greetings.getOrDefault(locale, greetings.get(fallback)), locale,
                Locales.direction(locale), spoken, new Features(true, false));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
