package dev.csai.chat.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * @param steps in the order in which they are best taken
 * @param dismissed whether somebody of the tenant wants to be reminded no more
 */
record Onboarding(List<FirstStep> steps, boolean dismissed) {

    Onboarding {
        steps = List.copyOf(steps);
    }

    record FirstStep(Name step, boolean done) {}

    enum Name {
        /** Something is known and can be found. */
        @JsonProperty("knowledge")
        KNOWLEDGE,
        /** A member has asked the assistant something. */
        @JsonProperty("tried")
        TRIED,
        /** The widget is on a page. */
        @JsonProperty("embedded")
        EMBEDDED,
        /** A contact's question was answered. */
        @JsonProperty("answered")
        ANSWERED
    }
}
