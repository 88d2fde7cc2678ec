package dev.csai.chat.knowledge;

import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;

/** How much one document may be, by whichever way it comes. */
public final class FileLimits {

    public static final long MAX_BYTES = 10L * 1024 * 1024;

    private FileLimits() {}

    public static ProblemException tooLarge() {
        return ProblemException.of(ProblemType.TOO_LARGE, "A document may have at most 10 MB.");
    }
}
