/** Tests of how documents are cut. */
@NullMarked
package dev.csai.ingest.chunk;

import org.jspecify.annotations.NullMarked;
