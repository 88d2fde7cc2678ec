package dev.csai.chat.installation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * One thing that was looked at and how it was found.
 *
 * @param code one of {@link Code}, in lower case with hyphens
 */
record Finding(String code, Severity severity) {

    enum Severity {
        @JsonProperty("ok")
        OK,
        @JsonProperty("info")
        INFO,
        /** It works, but not as it might be meant. */
        @JsonProperty("warning")
        WARNING,
        /** The widget does not work there. */
        @JsonProperty("error")
        ERROR
    }

    /** All that can be found, in the order in which it is looked at. */
    enum Code {
        /** Also when the address is one that must not be asked: whoever chose it is not told which it was. */
        UNREACHABLE(Severity.ERROR),
        REACHED(Severity.OK),
        /** To another origin, which is the one that counts. */
        REDIRECTED(Severity.INFO),
        BAD_STATUS(Severity.ERROR),
        NOT_HTML(Severity.ERROR),
        HTML(Severity.OK),
        /** What comes later in the page was not read. */
        CUT_SHORT(Severity.WARNING),
        TAG_MISSING(Severity.ERROR),
        TAG_IN_COMMENT(Severity.ERROR),
        TAG_IN_NOSCRIPT(Severity.ERROR),
        TAG_IN_TEMPLATE(Severity.ERROR),
        /** The code is shown to the visitors as words. */
        TAG_AS_TEXT(Severity.ERROR),
        /** It has a type that browsers do not run, as a consent tool gives it. */
        TAG_NOT_RUN(Severity.ERROR),
        TAG_FOUND(Severity.OK),
        SEVERAL_TAGS(Severity.WARNING),
        OTHER_HOST(Severity.ERROR),
        /** Not encrypted, on a page that is. */
        MIXED_CONTENT(Severity.ERROR),
        OWN_HOST(Severity.OK),
        KEY_MISSING(Severity.ERROR),
        KEY_SECRET(Severity.ERROR),
        /** Another tenant's key is like one that never was. */
        KEY_UNKNOWN(Severity.ERROR),
        KEY_REVOKED(Severity.ERROR),
        /** It has a successor, and an end. */
        KEY_EXPIRING(Severity.WARNING),
        KEY_KNOWN(Severity.OK),
        ORIGIN_MISSING(Severity.ERROR),
        ORIGIN_ALLOWED(Severity.OK),
        POLICY_BLOCKS_SCRIPT(Severity.ERROR),
        POLICY_BLOCKS_CONNECTION(Severity.ERROR),
        /** The logo stays away. */
        POLICY_BLOCKS_IMAGE(Severity.WARNING),
        POLICY_OPEN(Severity.OK);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }
    }

    static Finding of(Code code) {
        return new Finding(code.name().toLowerCase(Locale.ROOT).replace('_', '-'), code.severity);
    }
}
