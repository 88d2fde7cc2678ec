package dev.csai.shared.problem;

import java.net.URI;

/**
 * Every problem a client may be told of. The slug is the stable contract: clients match on
 * {@code https://csai.dev/problems/<slug>}, never on the text.
 */
public enum ProblemType {
    INVALID_REQUEST(400, "invalid-request", "The request is not valid"),
    WRONG_CODE(400, "wrong-code", "The code is wrong or no longer valid"),
    LINK_OVER(400, "link-over", "This link was used or is too old"),
    UNAUTHENTICATED(401, "unauthenticated", "Sign in or send a valid key"),
    WRONG_CREDENTIALS(401, "wrong-credentials", "E-mail or password is wrong"),
    INVALID_CONTACT_TOKEN(401, "invalid-contact-token", "The contact's token proves nothing"),
    SECOND_FACTOR_REQUIRED(401, "second-factor-required", "A code of the second factor is needed"),
    ORIGIN_NOT_ALLOWED(403, "origin-not-allowed", "This key may not be used from this origin"),
    SIGN_IN_REFUSED(403, "sign-in-refused", "The identity provider's word was not accepted"),
    FORBIDDEN(403, "forbidden", "You may not do this"),
    TENANT_SUSPENDED(403, "tenant-suspended", "This tenant is suspended"),
    CONTACT_BLOCKED(403, "contact-blocked", "This contact may not write here"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "not-acceptable", "None of the accepted types can be produced"),
    IN_FLIGHT(409, "in-flight", "The same request is still being worked on"),
    CONFLICT(409, "conflict", "The request does not fit the present state"),
    STALE(409, "stale", "Somebody has changed this meanwhile"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "This content type is not supported"),
    KEY_REUSED(422, "key-reused", "The key was used before with another body"),
    RATE_LIMITED(429, "rate-limited", "Too many requests"),
    INTERNAL(500, "internal", "Something went wrong on our side"),
    UNAVAILABLE(503, "unavailable", "A part of the service is not available");

    private final int status;
    private final String slug;
    private final String title;

    ProblemType(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public URI uri() {
        return URI.create("https://csai.dev/problems/" + slug);
    }
}
