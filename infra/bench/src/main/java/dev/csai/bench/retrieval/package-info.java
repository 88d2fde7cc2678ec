/** How fast the search is among many chunks, and how much it finds. */
@NullMarked
package dev.csai.bench.retrieval;

import org.jspecify.annotations.NullMarked;
