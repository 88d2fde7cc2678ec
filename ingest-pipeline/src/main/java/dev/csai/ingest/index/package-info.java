/** Writes generations of chunks where retrieval finds them: text and vectors as rows, words as postings. */
@NullMarked
package dev.csai.ingest.index;

import org.jspecify.annotations.NullMarked;
