/** The door and the conversation: the only app that listens to the outside. */
@NullMarked
package dev.csai.chat;

import org.jspecify.annotations.NullMarked;
