/** What a tenant has used, as the ledger knows it. */
@NullMarked
package dev.csai.chat.usage;

import org.jspecify.annotations.NullMarked;
