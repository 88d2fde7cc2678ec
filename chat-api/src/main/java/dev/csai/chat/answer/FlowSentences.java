package dev.csai.chat.answer;

import dev.csai.shared.text.Language;

/**
 * What the assistant says of its own accord, in the languages it can. A language without sentences of its own is
 * spoken to in English.
 *
 * @param nextStep the offer behind the first answer of a conversation
 */
record FlowSentences(
        String greeting,
        String thanks,
        String abstaining,
        String error,
        String handoff,
        String nextStep) {

    private static final FlowSentences ENGLISH = new FlowSentences(
            "Hello! How can I help you?",
            "You are welcome! Is there anything else I can help you with?",
            "I could not find an answer to that in the information I have. "
                    + "Could you put the question another way, or ask about something else?",
            "I am sorry, something went wrong on my side and I could not answer. Please try again in a few minutes.",
            "Thank you for your message. A member of our team will answer you here.",
            "Is there anything else I can help you with?");

    private static final FlowSentences HEBREW = new FlowSentences(
            "שלום! איך אפשר לעזור?",
            "בשמחה! יש עוד משהו שאפשר לעזור בו?",
            "לא מצאתי תשובה לשאלה הזו במידע שיש לי. אפשר לנסח אותה אחרת או לשאול על משהו אחר?",
            "מצטערים, משהו השתבש אצלנו ולא הצלחתי לענות. אפשר לנסות שוב בעוד כמה דקות.",
            "תודה על ההודעה. נציג מהצוות שלנו יענה לך כאן.",
            "יש עוד משהו שאפשר לעזור בו?");

    static FlowSentences in(Language language) {
        return switch (language) {
            case HEBREW -> HEBREW;
            case ENGLISH, OTHER -> ENGLISH;
        };
    }
}
