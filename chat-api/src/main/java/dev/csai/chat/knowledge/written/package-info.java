/** Knowledge that members type: texts, questions with their answers, and the profile of the business. */
@NullMarked
package dev.csai.chat.knowledge.written;

import org.jspecify.annotations.NullMarked;
