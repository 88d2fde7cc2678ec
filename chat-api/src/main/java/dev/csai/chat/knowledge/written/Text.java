package dev.csai.chat.knowledge.written;

import dev.csai.chat.knowledge.Kind;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.knowledge.WrittenKnowledge.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text under a title. */
record Text(String title, String text) implements Content {

    private static final int MAX_TEXT = 200_000;

    /** As it comes. */
    record TextRequest(@Nullable String title, @Nullable String text) {

        Text checked() {
            return new Text(Title.checked(title), PlainText.required(text, "/text", MAX_TEXT));
        }
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public WrittenKnowledge toKnowledge() {
        return new WrittenKnowledge(title, true, List.of(new Passage(null, text)));
    }
}
