package dev.csai.chat.knowledge.written;

import dev.csai.chat.knowledge.Kind;
import dev.csai.shared.knowledge.WrittenKnowledge;

/** What was typed, checked. It is kept as it is, and a document is made of it. */
sealed interface Content permits Text, QuestionsAndAnswers, Profile {

    Kind kind();

    WrittenKnowledge toKnowledge();
}
