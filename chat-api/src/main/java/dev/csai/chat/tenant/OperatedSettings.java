package dev.csai.chat.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.shared.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a tenant's profile an operator may change, as it comes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatedSettings(@Nullable String name, @Nullable String industry, @Nullable String defaultLocale,
        @Nullable List<@Nullable String> languages, @Nullable Branding branding,
        @Nullable Map<String, @Nullable String> greetings, @Nullable Integer requestsPerMinute) {

    private static final int MOST_REQUESTS = 1_000_000;

    static OperatedSettings of(TenantProfile profile) {
        TenantSettings own = TenantSettings.of(profile);
        return new OperatedSettings(own.name(), own.industry(), own.defaultLocale(), own.languages(), own.branding(),
                own.greetings(), profile.requestsPerMinute());
    }

    /** The profile as it is with these. */
    TenantProfile checked(TenantProfile before) {
        return new TenantSettings(name, industry, defaultLocale, languages, branding, greetings).checked(before)
                .allowed(checkedRequests());
    }

    private int checkedRequests() {
        if (requestsPerMinute == null || requestsPerMinute < 1 || requestsPerMinute > MOST_REQUESTS) {
            throw ProblemException.invalid("/requestsPerMinute", "out-of-range",
                    "requestsPerMinute is from 1 to " + MOST_REQUESTS + ".");
        }
        return requestsPerMinute;
    }
}
