/** Work that nobody asks for, done again and again. */
@NullMarked
package dev.csai.chat.sweep;

import org.jspecify.annotations.NullMarked;
