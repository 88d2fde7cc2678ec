/** Cuts a document's blocks into chunks, each about one thing and small enough for the embedding model. */
@NullMarked
package dev.csai.ingest.chunk;

import org.jspecify.annotations.NullMarked;
