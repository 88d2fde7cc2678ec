package dev.csai.chat.conversation;

import dev.csai.chat.answer.AnswerPart;
import dev.csai.chat.conversation.Answer.Citation;
import dev.csai.chat.conversation.Answer.ConversationStatus;
import dev.csai.chat.conversation.Answer.Outcome;
import dev.csai.chat.conversation.Answer.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the answer a client sees of the end of the flow. */
final class Answers {

    private Answers() {}

    static Answer of(String session, Turn turn, UUID message, String text, AnswerPart.End end) {
        Outcome outcome = switch (end.kind()) {
            case ANSWERED -> Outcome.ANSWERED;
            case ABSTAINED -> Outcome.ABSTAINED;
        };
        return new Answer(session, turn.conversationId(), message, text, outcome, citations(end.citations()),
                List.of(), new Usage(end.model(), end.inputTokens(), end.outputTokens()), ConversationStatus.OPEN);
    }

    private static List<Citation> citations(List<AnswerPart.Cited> cited) {
        List<Citation> citations = new ArrayList<>();
        for (AnswerPart.Cited each : cited) {
            citations.add(new Citation(citations.size() + 1, each.chunk().documentId(), each.chunk().chunkId(),
                    each.chunk().documentName(), each.chunk().page(), each.snippet(), each.chunk().score()));
        }
        return citations;
    }
}
