/** Reads Word documents as streams of XML out of their zip, within limits, and follows nothing that points outside. */
@NullMarked
package dev.csai.ingest.extract.docx;

import org.jspecify.annotations.NullMarked;
