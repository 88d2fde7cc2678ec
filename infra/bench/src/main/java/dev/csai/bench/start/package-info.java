/** How long a start takes, and how much memory it needs. */
@NullMarked
package dev.csai.bench.start;

import org.jspecify.annotations.NullMarked;
