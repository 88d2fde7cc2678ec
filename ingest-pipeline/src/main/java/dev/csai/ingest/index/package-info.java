/** Writes generations of chunks where retrieval finds them: text and vector as rows, words as postings. */
@NullMarked
package dev.csai.ingest.index;

import org.jspecify.annotations.NullMarked;
