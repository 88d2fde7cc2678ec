/** What is told to the other apps, written together with the change it tells of. */
@NullMarked
package dev.csai.chat.outbox;

import org.jspecify.annotations.NullMarked;
