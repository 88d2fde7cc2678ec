package dev.csai.chat.trial;

import dev.csai.chat.answer.Question;
import dev.csai.chat.web.LanguageTags;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks as if they were a contact.
 *
 * @param history what was said before, oldest first
 * @param draft whether the assistant is tried as it is drafted; if not, as it is published
 */
record TrialRequest(@Nullable String text, @Nullable String locale, @Nullable List<@Nullable Utterance> history,
        @Nullable Boolean draft) {

    private static final int MAX_TEXT = 5000;
    private static final int MAX_HISTORY = 20;
    /** An answer may be longer than a question. */
    private static final int MAX_UTTERANCE = 10_000;

    record Utterance(@Nullable String role, @Nullable String text) {

        private Question.Said checked(String pointer) {
            boolean byContact = switch (role) {
                case "user" -> true;
                case "assistant" -> false;
                case null, default -> throw ProblemException.invalid(pointer + "/role", "not-allowed",
                        "A role is user or assistant.");
            };
            return new Question.Said(byContact, PlainText.required(text, pointer + "/text", MAX_UTTERANCE));
        }
    }

    String checkedText() {
        return PlainText.required(text, "/text", MAX_TEXT);
    }

    boolean isOfDraft() {
        return Boolean.TRUE.equals(draft);
    }

    @Nullable
    String checkedLocale() {
        return LanguageTags.optional(locale, "/locale");
    }

    List<Question.Said> checkedHistory() {
        List<@Nullable Utterance> given = history == null ? List.of() : history;
        if (given.size() > MAX_HISTORY) {
            throw ProblemException.invalid("/history", "too-many", "At most " + MAX_HISTORY + " utterances.");
        }
        List<Question.Said> checked = new ArrayList<>();
        for (Utterance utterance : given) {
            String pointer = "/history/" + checked.size();
            if (utterance == null) {
                throw ProblemException.invalid(pointer, "required", "An utterance has a role and a text.");
            }
            checked.add(utterance.checked(pointer));
        }
        return checked;
    }
}
