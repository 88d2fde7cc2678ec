@NullMarked
package dev.csai.chat.knowledge.written;

import org.jspecify.annotations.NullMarked;
