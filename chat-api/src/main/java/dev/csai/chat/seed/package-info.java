/** Tenants, people and keys that exist from the start: for the demo and for tests. */
@NullMarked
package dev.csai.chat.seed;

import org.jspecify.annotations.NullMarked;
