/** Tests of extraction and the documents they need. */
@NullMarked
package dev.csai.ingest.extract;

import org.jspecify.annotations.NullMarked;
