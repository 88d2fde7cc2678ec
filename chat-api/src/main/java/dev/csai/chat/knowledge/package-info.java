/** The door for knowledge: documents come in, are listed, viewed, searched, deleted; the work on them is done elsewhere. */
@NullMarked
package dev.csai.chat.knowledge;

import org.jspecify.annotations.NullMarked;
