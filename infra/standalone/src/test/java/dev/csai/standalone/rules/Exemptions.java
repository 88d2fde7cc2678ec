package dev.csai.standalone.rules;

import java.util.List;

/** Every exemption there is, in one place, so that a new one is seen. */
final class Exemptions {

    private Exemptions() {
    }

    static List<Exempt> of(Rule rule) {
        return switch (rule) {
            case TIME_COMES_FROM_A_CLOCK -> List.of(
                    new Exempt("dev.csai.chat.identity.AccessTokens",
                            "the JWT library takes java.util.Date, made of the clock's instant"));
            default -> List.of();
        };
    }
}
