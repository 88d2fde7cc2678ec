/** Conversations and their turns: accepted once, answered one at a time, streamed, kept. */
@NullMarked
package dev.csai.chat.conversation;

import org.jspecify.annotations.NullMarked;
