/** Reactive transactions: bound to one tenant, or with the system role across tenants. */
@NullMarked
package dev.csai.chat.db;

import org.jspecify.annotations.NullMarked;
