package dev.csai.chat.tenant;

import dev.csai.chat.audit.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log tells of a profile.
 *
 * @param requestsPerMinute where it can be another, which only operators decide
 */
record TenantSnapshot(String name, @Nullable String industry, String defaultLocale, List<String> languages,
        Branding branding, Map<String, String> greetings, @Nullable Integer requestsPerMinute) implements Snapshot {

    static TenantSnapshot of(TenantProfile profile) {
        return new TenantSnapshot(profile.name(), profile.industry(), profile.defaultLocale(), profile.languages(),
                profile.branding(), new TreeMap<>(profile.greetings()), null);
    }

    static TenantSnapshot withLimit(TenantProfile profile) {
        TenantSnapshot told = of(profile);
        return new TenantSnapshot(told.name, told.industry, told.defaultLocale, told.languages, told.branding,
                told.greetings, profile.requestsPerMinute());
    }
}
