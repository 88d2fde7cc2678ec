/** How fast documents become searchable, beside the embedding model alone. */
@NullMarked
package dev.csai.bench.ingestion;

import org.jspecify.annotations.NullMarked;
