package dev.csai.chat.audit;

import java.util.UUID;

/** The one thing that an operation is about. */
public record Target(String kind, String id) {

    public static Target of(String kind, UUID id) {
        return new Target(kind, id.toString());
    }
}
