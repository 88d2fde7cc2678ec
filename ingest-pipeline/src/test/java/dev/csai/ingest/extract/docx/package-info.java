/** Tests of the Word reader. */
@NullMarked
package dev.csai.ingest.extract.docx;

import org.jspecify.annotations.NullMarked;
