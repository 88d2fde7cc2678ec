/** Knowledge jobs: ingest, re-index, purge. */
@NullMarked
package dev.csai.ingest;

import org.jspecify.annotations.NullMarked;
