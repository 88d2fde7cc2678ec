package dev.csai.chat.assistant;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's assistant as its row has it.
 *
 * @param revision counts the changes of the draft
 * @param version the number of what is in force; null as long as nothing was published
 * @param inForce the settings of that version, or the defaults
 */
record Assistant(Switches switches, AssistantSettings draft, int revision, @Nullable Integer version,
        AssistantSettings inForce) {

    static final Assistant DEFAULT = new Assistant(Switches.of(true, Set.of()), AssistantSettings.DEFAULTS, 0, null,
            AssistantSettings.DEFAULTS);

    boolean hasUnpublishedChanges() {
        return !draft.equals(inForce);
    }

    int nextVersion() {
        return version == null ? 1 : version + 1;
    }

    AssistantInForce published() {
        return new AssistantInForce(switches, inForce);
    }
}
