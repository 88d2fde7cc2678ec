/** Calls to addresses that tenants choose. */
@NullMarked
package dev.csai.chat.egress;

import org.jspecify.annotations.NullMarked;
