package dev.csai.chat.identity;

import dev.csai.chat.web.LanguageTags;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * @param password at least 12 characters
 * @param locale of the person and of the new tenant; English without it
 */
record SignupRequest(@Nullable String companyName, @Nullable String email, @Nullable String password,
        @Nullable String industry, @Nullable String locale) {

    private static final int MAX_NAME = 120;

    /** @throws ProblemException if a field is not as it must be */
    NewSignup checked() {
        String tag = LanguageTags.optional(locale, "/locale");
        String named = PlainText.optional(industry, "/industry", MAX_NAME);
        return new NewSignup(EmailAddress.checked(email, "/email"),
                PlainText.required(companyName, "/companyName", MAX_NAME),
                named == null || named.isEmpty() ? null : named, tag == null ? "en" : tag,
                PasswordRules.checkedLength(password, "/password"));
    }

    @Override
    public String toString() {
        return "SignupRequest[withheld]";
    }
}
