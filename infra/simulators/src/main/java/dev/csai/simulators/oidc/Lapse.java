package dev.csai.simulators.oidc;

/** What a provider does wrong. */
public enum Lapse {
    NONE,
    /** The id token answers another request. */
    WRONG_NONCE, NO_NONCE,
    /** The id token is for somebody else. */
    WRONG_AUDIENCE, FURTHER_AUDIENCE, FOREIGN_AUTHORIZED_PARTY,
    /** The id token is of another provider. */
    WRONG_ISSUER,
    /** Nobody's signature, or one that anybody could make, or one by a key that is not published. */
    ALG_NONE, HS256_BY_CLIENT_SECRET, HS256_BY_PUBLIC_KEY, FOREIGN_KEY, BROKEN_SIGNATURE,
    /** The id token is not good now. */
    EXPIRED, NO_EXPIRY, FROM_THE_FUTURE,
    /** It says nothing good of the address. */
    EMAIL_UNVERIFIED, EMAIL_NOT_SAID_VERIFIED, NO_EMAIL, MALFORMED_EMAIL,
    /** No id token comes. */
    NO_ID_TOKEN, GIBBERISH, ERROR_AT_TOKEN, ACCESS_DENIED,
    /** The browser's answer says that it is another provider's. */
    FOREIGN_ISS_PARAMETER,
    /** Discovery: another name than it was asked by, unsigned tokens only, a page for the browser that is no https one. */
    OTHER_ISSUER_PUBLISHED, WEAK_ALGORITHMS_PUBLISHED, PLAIN_AUTHORIZATION_PUBLISHED,
    /** Leads on to elsewhere, says too much, or is not there. */
    REDIRECTED_DISCOVERY, ENDLESS_DISCOVERY, NO_DISCOVERY, UNREADABLE_KEYS
}
