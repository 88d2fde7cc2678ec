package dev.csai.chat.conversation;

import dev.csai.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** What a stream tells while a turn is worked on, in this order: a session, deltas, perhaps a handoff, and one end. */
sealed interface TurnEvent {

    /** The first event; where an interrupted stream goes on is told by the position behind the turn's id. */
    record Session(String sessionId, UUID conversationId) implements TurnEvent {}

    /**
     * @param start offset of the text within the answer, in UTF-16 units
     */
    record Delta(int start, String text) implements TurnEvent {

        int end() {
            return start + text.length();
        }

        /** What of it lies behind a position that the client has already. */
        Delta after(int position) {
            int skip = Math.clamp((long) position - start, 0, text.length());
            return new Delta(start + skip, text.substring(skip));
        }
    }

    /** Tells, before the answer is complete, that a person is to go on. */
    record HandedOff(Answer.ConversationStatus conversationStatus) implements TurnEvent {}

    record Completed(Answer answer) implements TurnEvent {}

    record Failed(ProblemException problem) implements TurnEvent {}

    /** How a stream ends that has told all of an answer's text. */
    static List<TurnEvent> end(Answer answer) {
        return answer.outcome() == Answer.Outcome.HANDED_OFF
                ? List.of(new HandedOff(answer.conversationStatus()), new Completed(answer))
                : List.of(new Completed(answer));
    }
}
