/** Tests of the readers of text. */
@NullMarked
package dev.csai.ingest.extract.text;

import org.jspecify.annotations.NullMarked;
