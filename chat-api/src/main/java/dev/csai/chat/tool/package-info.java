/** The catalogue of tools that operators offer to all tenants. */
@NullMarked
package dev.csai.chat.tool;

import org.jspecify.annotations.NullMarked;
