package dev.csai.chat.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of its profile a tenant may change, as it comes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TenantSettings(@Nullable String name, @Nullable String industry, @Nullable String defaultLocale,
        @Nullable List<@Nullable String> languages, @Nullable Branding branding,
        @Nullable Map<String, @Nullable String> greetings) {

    static final int MAX_NAME = 120;
    static final int MAX_INDUSTRY = 120;
    private static final int MAX_GREETING = 500;

    static TenantSettings of(TenantProfile profile) {
        return new TenantSettings(profile.name(), profile.industry(), profile.defaultLocale(),
                List.copyOf(profile.languages()), profile.branding(), Map.copyOf(profile.greetings()));
    }

    /** The profile as it is with these. */
    TenantProfile checked(TenantProfile before) {
        List<String> spoken = Languages.checked(languages);
        return new TenantProfile(before.id(), PlainText.required(name, "/name", MAX_NAME),
                industry == null ? null : PlainText.required(industry, "/industry", MAX_INDUSTRY),
                Languages.checkedDefault(defaultLocale, spoken), spoken, checkedBranding(), checkedGreetings(spoken),
                before.requestsPerMinute(), before.createdAt());
    }

    private Branding checkedBranding() {
        if (branding == null) {
            throw ProblemException.invalid("/branding", "required", "This field must not be empty.");
        }
        return branding.checked();
    }

    private Map<String, String> checkedGreetings(List<String> spoken) {
        Map<String, String> checked = new HashMap<>();
        if (greetings != null) {
            greetings.forEach((language, text) -> {
                String at = "/greetings/" + language.replace("~", "~0").replace("/", "~1");
                if (!spoken.contains(language)) {
                    throw ProblemException.invalid(at, "not-allowed",
                            "A greeting is in one of the tenant's languages; null takes it away.");
                }
                checked.put(language, PlainText.required(text, at, MAX_GREETING));
            });
        }
        return checked;
    }
}
