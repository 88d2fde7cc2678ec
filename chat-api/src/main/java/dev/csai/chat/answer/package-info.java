/** The fixed flow of an answer: greeting, retrieval, answering or abstaining, the offer of a next step. */
@NullMarked
package dev.csai.chat.answer;

import org.jspecify.annotations.NullMarked;
