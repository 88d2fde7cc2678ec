/** The ledger: what was used, and later what it costs. */
@NullMarked
package dev.csai.billing;

import org.jspecify.annotations.NullMarked;
