/** Tests of the way from the outbox to the broker. */
@NullMarked
package dev.csai.shared.outbox;

import org.jspecify.annotations.NullMarked;
