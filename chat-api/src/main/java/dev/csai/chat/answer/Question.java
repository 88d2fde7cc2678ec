package dev.csai.chat.answer;

import dev.csai.shared.TenantId;
import dev.csai.shared.text.Language;
import java.util.List;

/**
 * What is to be answered.
 *
 * @param language the answer's, detected from the text
 * @param earlier what was said before in this conversation, oldest first, within the memory's budget
 */
public record Question(TenantId tenant, String text, Language language, List<Said> earlier) {

    public Question {
        earlier = List.copyOf(earlier);
    }

    /** One utterance of the conversation so far. */
    public record Said(boolean byContact, String text) {}
}
