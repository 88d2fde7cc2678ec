/** Reads plain text, Markdown and web pages, which come here already decoded. */
@NullMarked
package dev.csai.ingest.extract.text;

import org.jspecify.annotations.NullMarked;
