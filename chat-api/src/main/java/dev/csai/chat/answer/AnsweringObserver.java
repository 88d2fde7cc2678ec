package dev.csai.chat.answer;

import dev.csai.chat.retrieval.Retrieved;
import org.springframework.ai.chat.prompt.Prompt;

/** Is told of the steps of one answer as they happen, in this order; steps that are not taken are not told. */
interface AnsweringObserver {

    /** Looks away, as for every answer that a contact gets. */
    AnsweringObserver NOBODY = new AnsweringObserver() {
    };

    default void searching() {}

    default void found(Retrieved retrieved) {}

    default void asking(Prompt prompt) {}

    default void modelEnded() {}
}
