/** Turns through the door, beside a peer that does the plain work of one. */
@NullMarked
package dev.csai.bench.turn;

import org.jspecify.annotations.NullMarked;
