/** The assistant tried by a member: the way every answer comes about, shown from inside, with nothing kept of it but that there was one. */
@NullMarked
package dev.csai.chat.trial;

import org.jspecify.annotations.NullMarked;
