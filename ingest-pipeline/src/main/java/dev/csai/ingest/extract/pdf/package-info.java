/** Reads PDF, which knows glyphs on a page, and finds the lines, columns and paragraphs that a person sees. */
@NullMarked
package dev.csai.ingest.extract.pdf;

import org.jspecify.annotations.NullMarked;
