/** Presigned uploads: a client sends the bytes straight to where they are kept, and then says that they are there. */
@NullMarked
package dev.csai.chat.knowledge.upload;

import org.jspecify.annotations.NullMarked;
