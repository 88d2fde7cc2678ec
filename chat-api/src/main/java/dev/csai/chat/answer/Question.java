package dev.csai.chat.answer;

import dev.csai.shared.TenantId;
import dev.csai.shared.text.Language;
import java.util.List;

/**
 * What is to be answered.
 *
 * @param language the answer's, as far as the platform has sentences of its own in it
 * @param locale tag of the answer's language
 * @param opening whether nothing was said before in this conversation
 * @param earlier what was said before that is remembered, oldest first
 */
public record Question(TenantId tenant, String text, Language language, String locale, boolean opening,
        List<Said> earlier) {

    public Question {
        earlier = List.copyOf(earlier);
    }

    Question inFull(String wanted) {
        return new Question(tenant, wanted, language, locale, opening, earlier);
    }

    /** One utterance of the conversation so far. */
    public record Said(boolean byContact, String text) {}
}
