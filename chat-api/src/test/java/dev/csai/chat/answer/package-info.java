/** Tests of what makes an answer. */
@NullMarked
package dev.csai.chat.answer;

import org.jspecify.annotations.NullMarked;
