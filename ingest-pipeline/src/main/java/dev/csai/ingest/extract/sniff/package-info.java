/** Tells what a file is from its bytes, whatever its name and declared type say. */
@NullMarked
package dev.csai.ingest.extract.sniff;

import org.jspecify.annotations.NullMarked;
