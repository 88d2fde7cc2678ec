/** The ledger of what was used: facts that are added once and never changed. */
@NullMarked
package dev.csai.billing.usage;

import org.jspecify.annotations.NullMarked;
