package dev.csai.chat.contact;

import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of the person who chats. By itself it proves nothing.
 *
 * @param externalId the tenant's own name for the person; with a signature it may be left out
 * @param signature a token that the tenant's server has signed, which alone says who the person is
 */
public record ContactClaim(
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String signature) {

    static final int MAX = 320;
    private static final int MAX_SIGNATURE = 4096;

    /**
     * What is blank is left out.
     *
     * @throws ProblemException {@code invalid-request} if something is too long or no text
     */
    public ContactClaim checked() {
        return new ContactClaim(given(externalId, "externalId", MAX), given(name, "name", MAX),
                given(email, "email", MAX), given(signature, "signature", MAX_SIGNATURE));
    }

    private static @Nullable String given(@Nullable String text, String field, int max) {
        String checked = PlainText.optional(text, "/contact/" + field, max);
        return checked == null || checked.isEmpty() ? null : checked;
    }
}
