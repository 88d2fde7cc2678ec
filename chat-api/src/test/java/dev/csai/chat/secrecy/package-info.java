/** What is secret is where it is needed and nowhere else. */
@NullMarked
package dev.csai.chat.secrecy;

import org.jspecify.annotations.NullMarked;
