/** Turns chunks into vectors, a bounded number at once. */
@NullMarked
package dev.csai.ingest.embed;

import org.jspecify.annotations.NullMarked;
