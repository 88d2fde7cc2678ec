/** Conversations as the tenant's people read them, and operators. */
@NullMarked
package dev.csai.chat.inbox;

import org.jspecify.annotations.NullMarked;
