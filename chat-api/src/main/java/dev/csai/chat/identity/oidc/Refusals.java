package dev.csai.chat.identity.oidc;

import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;

/** Why somebody is not let in. The details are for our log; a browser is told the type alone. */
final class Refusals {

    private Refusals() {}

    /** @param reason what is wrong with what the provider, or whoever plays it, said */
    static ProblemException notAccepted(String reason) {
        return ProblemException.of(ProblemType.SIGN_IN_REFUSED, reason);
    }

    /** @param reason why a person whom the provider vouches for has no way in here */
    static ProblemException notAllowed(String reason) {
        return ProblemException.of(ProblemType.FORBIDDEN, reason);
    }

    static ProblemException suspended() {
        return ProblemException.of(ProblemType.TENANT_SUSPENDED, "nobody joins a tenant that is suspended");
    }

    static ProblemException over() {
        return ProblemException.of(ProblemType.LINK_OVER, "the attempt is used, too old or another browser's");
    }
}
