/** Access tokens, and the keys that sign them in turn. */
@NullMarked
package dev.csai.chat.identity.signing;

import org.jspecify.annotations.NullMarked;
