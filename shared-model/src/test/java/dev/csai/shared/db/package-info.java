/** Tests of what the migrations leave. */
@NullMarked
package dev.csai.shared.db;

import org.jspecify.annotations.NullMarked;
