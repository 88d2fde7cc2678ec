package dev.csai.chat.conversation;

import java.util.UUID;

/** What became of an utterance at the door. */
sealed interface Acceptance {

    /** It is new, or its worker died: the caller works on it now. */
    record Taken(Turn turn) implements Acceptance {}

    /** Another copy is being worked on. */
    record Running(UUID turnId, UUID conversationId) implements Acceptance {}

    /** It was answered before. */
    record Answered(UUID turnId, Answer answer) implements Acceptance {}
}
