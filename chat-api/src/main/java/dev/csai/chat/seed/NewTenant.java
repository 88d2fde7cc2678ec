package dev.csai.chat.seed;

import dev.csai.shared.TenantId;
import java.util.List;
import java.util.Map;

/**
 * A tenant to create.
 *
 * @param languages the first is the default
 * @param greetings by language
 * @param requestsPerMinute what the tenant's plan allows
 */
public record NewTenant(TenantId id, String name, List<String> languages, Map<String, String> greetings,
        int requestsPerMinute) {

    public NewTenant {
        languages = List.copyOf(languages);
        greetings = Map.copyOf(greetings);
        if (languages.isEmpty() || requestsPerMinute < 1) {
            throw new IllegalArgumentException("a tenant speaks a language and may make requests");
        }
    }
}
