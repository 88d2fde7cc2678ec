/** The one database: its roles, its migrations, and transactions bound to one tenant. */
@NullMarked
package dev.csai.shared.db;

import org.jspecify.annotations.NullMarked;
