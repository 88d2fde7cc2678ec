/** The keys a tenant gives to its pages and servers. */
@NullMarked
package dev.csai.chat.key;

import org.jspecify.annotations.NullMarked;
