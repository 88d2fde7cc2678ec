/** A model provider with OpenAI's protocol that says what it is told to say. */
@NullMarked
package dev.csai.simulators.openai;

import org.jspecify.annotations.NullMarked;
