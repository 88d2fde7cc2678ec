/** How often somebody may ask. */
@NullMarked
package dev.csai.chat.throttle;

import org.jspecify.annotations.NullMarked;
