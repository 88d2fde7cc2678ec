/** Publishing and the change it tells of in one transaction: rows in an outbox, relayed to the broker. */
@NullMarked
package dev.csai.shared.outbox;

import org.jspecify.annotations.NullMarked;
