/** What the platform writes to people: the letters, and their way into the outbox. */
@NullMarked
package dev.csai.chat.mail;

import org.jspecify.annotations.NullMarked;
