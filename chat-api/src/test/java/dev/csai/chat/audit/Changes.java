package dev.csai.chat.audit;

import tools.jackson.databind.JsonNode;

/** What an entry tells of a change, as JSON; empty where there was, or is, nothing. */
public record Changes(String before, String after) {

    public static Changes of(JsonNode entry) {
        return new Changes(text(entry, "/before"), text(entry, "/after"));
    }

    private static String text(JsonNode entry, String pointer) {
        JsonNode shown = entry.at(pointer);
        return shown.isMissingNode() ? "" : shown.toString();
    }
}
