/** Measures CSAI beside a peer, and prints the figures with the budgets. */
@NullMarked
package dev.csai.bench;

import org.jspecify.annotations.NullMarked;
