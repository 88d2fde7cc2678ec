package dev.csai.chat.identity.factor;

import java.util.List;

/** What came of the first code that was given for a second factor. */
public sealed interface Confirmation {

    /** The factor is on. The recovery codes are not known to anybody but the reader of this. */
    record Confirmed(List<String> recoveryCodes) implements Confirmation {

        public Confirmed {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "Confirmed[withheld]";
        }
    }

    record WrongCode() implements Confirmation {}

    /** Nothing was begun, or too long ago, or it was tried too often, or it is on already. */
    record NothingPending() implements Confirmation {}
}
