/** What one tenant can do with what belongs to another: nothing. And who can do what at all: who is said to. */
@NullMarked
package dev.csai.chat.isolation;

import org.jspecify.annotations.NullMarked;
