package dev.csai.chat.identity.oidc;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Domains of e-mail addresses in the one form in which they are stored: ASCII in lower case, others in Punycode. */
final class DomainName {

    /** So that the name of its proof is a name of at most 253 characters, too. */
    static final int MAX = 253 - DomainProof.PREFIX.length();

    private static final Pattern FORM = Pattern
            .compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private DomainName() {}

    /** Empty for what is no domain. */
    static Optional<String> of(String text) {
        if (text.length() > MAX) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return domain.length() <= MAX && FORM.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param email of the form of an address */
    static Optional<String> ofEmail(String email) {
        return of(email.substring(email.lastIndexOf('@') + 1));
    }
}
