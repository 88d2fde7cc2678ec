/** What one tenant can do with what belongs to another: nothing. */
@NullMarked
package dev.csai.chat.isolation;

import org.jspecify.annotations.NullMarked;
