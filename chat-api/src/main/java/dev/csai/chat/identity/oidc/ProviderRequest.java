package dev.csai.chat.identity.oidc;

import dev.csai.chat.access.Role;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.egress.AddressRefused;
import dev.csai.shared.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param clientSecret needed the first time, and whenever issuer or client change
 * @param defaultRole {@code agent} or {@code admin}: of those who come for the first time
 * @param trustsEmail whether to take addresses of which the provider does not say that it verified them; false if absent
 */
record ProviderRequest(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret,
        @Nullable String defaultRole, @Nullable Boolean enabled, @Nullable Boolean trustsEmail,
        @Nullable List<@Nullable String> domains) {

    private static final int MAX_ISSUER = 500;
    private static final int MAX_CLIENT_ID = 200;
    private static final int MAX_SECRET = 500;
    private static final int MAX_DOMAINS = 20;

    /** @throws ProblemException if a field is not as it must be */
    ProviderSettings checked(AddressPolicy policy) {
        if (enabled == null) {
            throw ProblemException.invalid("/enabled", "required", "This field must not be empty.");
        }
        return new ProviderSettings(checkedIssuer(policy),
                PlainText.required(clientId, "/clientId", MAX_CLIENT_ID),
                clientSecret == null ? null : PlainText.required(clientSecret, "/clientSecret", MAX_SECRET),
                checkedRole(), enabled, Boolean.TRUE.equals(trustsEmail), checkedDomains());
    }

    /** Not normalised: it must be, to the letter, what the provider calls itself. */
    private String checkedIssuer(AddressPolicy policy) {
        String text = PlainText.required(issuer, "/issuer", MAX_ISSUER);
        try {
            URI url = new URI(text);
            policy.check(url);
            if (url.getRawQuery() == null) {
                return text;
            }
        } catch (URISyntaxException | AddressRefused e) {
            throw notAnIssuer();
        }
        throw notAnIssuer();
    }

    private static ProblemException notAnIssuer() {
        return ProblemException.invalid("/issuer", "malformed",
                "An issuer is an https address at a public name, without a query, as in https://login.example.com.");
    }

    private Role checkedRole() {
        String word = PlainText.required(defaultRole, "/defaultRole", MAX_CLIENT_ID);
        return Role.ofWord(word).filter(role -> role != Role.OWNER).orElseThrow(
                () -> ProblemException.invalid("/defaultRole", "not-allowed", "A default role is agent or admin."));
    }

    private List<String> checkedDomains() {
        if (domains == null) {
            throw ProblemException.invalid("/domains", "required", "This field must not be empty.");
        }
        if (domains.size() > MAX_DOMAINS) {
            throw ProblemException.invalid("/domains", "too-many",
                    "A provider speaks for at most " + MAX_DOMAINS + " domains.");
        }
        Set<String> checked = new LinkedHashSet<>();
        for (int i = 0; i < domains.size(); i++) {
            String at = "/domains/" + i;
            checked.add(DomainName.of(PlainText.required(domains.get(i), at, DomainName.MAX)).orElseThrow(
                    () -> ProblemException.invalid(at, "malformed", "A domain is written as in example.com.")));
        }
        return List.copyOf(checked);
    }

    @Override
    public String toString() {
        return "ProviderRequest[withheld]";
    }
}
