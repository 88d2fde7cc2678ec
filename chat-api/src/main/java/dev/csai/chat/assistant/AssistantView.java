package dev.csai.chat.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param channels whether it answers there, by channel
 * @param revision names the draft to whoever changes or publishes it
 * @param unpublished whether the draft says something else than what is in force
 * @param version the number of what is in force; absent as long as nothing was published
 * @param inForce the settings that answers come about by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssistantView(boolean enabled, Map<String, Boolean> channels, AssistantSettings draft, int revision,
        boolean unpublished, @Nullable Integer version, AssistantSettings inForce, PlatformModel platformModel) {

    AssistantView {
        channels = Map.copyOf(channels);
    }

    static AssistantView of(Assistant assistant, PlatformModel platform) {
        return new AssistantView(assistant.switches().enabled(), assistant.switches().channels(), assistant.draft(),
                assistant.revision(), assistant.hasUnpublishedChanges(), assistant.version(), assistant.inForce(),
                platform);
    }
}
