/** Tests of the index that retrieval reads. */
@NullMarked
package dev.csai.ingest.index;

import org.jspecify.annotations.NullMarked;
