/** The key that seals this app's secrets. */
@NullMarked
package dev.csai.chat.secret;

import org.jspecify.annotations.NullMarked;
