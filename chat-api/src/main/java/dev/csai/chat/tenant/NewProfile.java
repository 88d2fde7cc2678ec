package dev.csai.chat.tenant;

import dev.csai.chat.web.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tenant that begins.
 *
 * @param defaultLocale one of the languages
 */
public record NewProfile(String name, @Nullable String industry, String defaultLocale, List<String> languages) {

    public static final List<String> USUAL_LANGUAGES = List.of("en", "he");

    public NewProfile {
        languages = List.copyOf(languages);
    }

    /**
     * Of what somebody has typed. Without languages there are the usual ones, and without a default it is the first.
     *
     * @param nameAt where the name stands, for who is told that it will not do
     */
    public static NewProfile checked(@Nullable String name, String nameAt, @Nullable String industry,
            @Nullable String defaultLocale, @Nullable List<@Nullable String> languages) {
        List<String> spoken = languages == null ? USUAL_LANGUAGES : Languages.checked(languages);
        String named = PlainText.optional(industry, "/industry", TenantSettings.MAX_INDUSTRY);
        return new NewProfile(PlainText.required(name, nameAt, TenantSettings.MAX_NAME),
                named == null || named.isEmpty() ? null : named,
                defaultLocale == null ? spoken.getFirst() : Languages.checkedDefault(defaultLocale, spoken), spoken);
    }
}
