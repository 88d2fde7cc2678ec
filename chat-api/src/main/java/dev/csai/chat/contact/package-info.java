/** The people who chat: who vouches for them, what the tenant knows of them, and whom it does not want to hear. */
@NullMarked
package dev.csai.chat.contact;

import org.jspecify.annotations.NullMarked;
