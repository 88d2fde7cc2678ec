package dev.csai.chat.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param defaultLocale one of the languages
 * @param greetings by language
 * @param requestsPerMinute what the plan allows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantProfile(UUID id, String name, @Nullable String industry, String defaultLocale,
        List<String> languages,
        Branding branding, Map<String, String> greetings, int requestsPerMinute, Instant createdAt) {

    public TenantProfile {
        languages = List.copyOf(languages);
        greetings = Map.copyOf(greetings);
    }

    TenantProfile allowed(int requests) {
        return new TenantProfile(id, name, industry, defaultLocale, languages, branding, greetings, requests,
                createdAt);
    }
}
