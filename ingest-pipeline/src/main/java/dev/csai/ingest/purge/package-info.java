/** What is left of a deleted document dies: chunks, generations, bytes, and the name it had. */
@NullMarked
package dev.csai.ingest.purge;

import org.jspecify.annotations.NullMarked;
