/** Tests of where the vectors of chunks go. */
@NullMarked
package dev.csai.ingest.embed;

import org.jspecify.annotations.NullMarked;
