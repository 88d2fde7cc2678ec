/** Who calls, and what they may reach. */
@NullMarked
package dev.csai.chat.access;

import org.jspecify.annotations.NullMarked;
