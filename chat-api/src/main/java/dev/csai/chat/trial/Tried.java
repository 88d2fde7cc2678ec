package dev.csai.chat.trial;

import dev.csai.chat.answer.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a member, checked.
 *
 * @param draft whether the assistant is tried as it is drafted; if not, as it is published
 * @param locale null for the tenant's default
 * @param history what was said before, oldest first
 */
record Tried(boolean draft, String text, @Nullable String locale, List<Question.Said> history) {

    Tried {
        history = List.copyOf(history);
    }
}
