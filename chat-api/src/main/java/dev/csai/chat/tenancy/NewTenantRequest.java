package dev.csai.chat.tenancy;

import dev.csai.chat.identity.EmailAddress;
import dev.csai.chat.tenant.NewProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that an operator founds.
 *
 * @param languages that it speaks; English and Hebrew without them
 * @param defaultLocale one of these; the first without it
 * @param ownerEmail who is asked to be its first owner
 */
record NewTenantRequest(@Nullable String companyName, @Nullable String industry, @Nullable String defaultLocale,
        @Nullable List<@Nullable String> languages, @Nullable String ownerEmail) {

    NewProfile checkedProfile() {
        return NewProfile.checked(companyName, "/companyName", industry, defaultLocale, languages);
    }

    String checkedOwner() {
        return EmailAddress.checked(ownerEmail, "/ownerEmail");
    }
}
