/** How a tenant's assistant answers, and whether it does: a draft, published versions, switches and figures. */
@NullMarked
package dev.csai.chat.assistant;

import org.jspecify.annotations.NullMarked;
