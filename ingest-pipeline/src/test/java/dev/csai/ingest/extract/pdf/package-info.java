/** Tests of the PDF reader. */
@NullMarked
package dev.csai.ingest.extract.pdf;

import org.jspecify.annotations.NullMarked;
