package dev.csai.chat.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.seed.NewTenant;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WidgetConfigIT {

    private static final TestApp app = TestApp.shared();
    private static final TenantId tenant = new TenantId(Ids.next());
    private static String key = "";

    @BeforeAll
    static void create() {
        app.seed.tenant(new NewTenant(tenant, "Napoli", List.of("en", "he"), Map.of("en", "Ciao", "he", "שלום"), 100));
        key = app.seed.publishableKey(tenant, List.of());
    }

    @Test
    void tells_how_the_widget_looks_and_greets() {
        Answer answer = app.get("/v1/widget/config").key(key).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(new JsonMapper().readTree("""
                {"brand": {"name": "Napoli", "color": "#0f6f5c", "position": "bottom-right"},
                 "greeting": "Ciao", "locale": "en", "direction": "ltr", "languages": ["en", "he"],
                 "features": {"feedback": true, "handoff": false}}"""));
    }

    @Test
    void greets_in_the_language_of_the_page() {
        Answer answer = app.get("/v1/widget/config?locale=he-IL").key(key).send();

        assertThat(answer.text("/greeting")).isEqualTo("שלום");
        assertThat(answer.text("/locale")).isEqualTo("he");
        assertThat(answer.text("/direction")).isEqualTo("rtl");
    }

    @Test
    void may_be_kept_for_a_minute_by_the_browser_for_this_key_and_origin_alone() {
        Answer answer = app.get("/v1/widget/config").key(key).send();

        assertThat(answer.header("Cache-Control")).contains("max-age=60, private");
        assertThat(answer.headers("Vary")).anyMatch(vary -> vary.contains("X-API-Key"))
                .anyMatch(vary -> vary.contains("Origin"));
    }

    @Test
    void leaves_out_what_the_tenant_has_not_set() {
        TenantId silent = new TenantId(Ids.next());
        app.seed.tenant(new NewTenant(silent, "Silent", List.of("en"), Map.of(), 100));

        Answer answer = app.get("/v1/widget/config").key(app.seed.publishableKey(silent, List.of())).send();

        assertThat(answer.json().has("greeting")).isFalse();
        assertThat(answer.json().at("/brand").has("logoUrl")).isFalse();
    }
}
