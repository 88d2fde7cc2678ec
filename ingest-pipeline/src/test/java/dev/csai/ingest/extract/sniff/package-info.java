/** Tests of what files are taken for. */
@NullMarked
package dev.csai.ingest.extract.sniff;

import org.jspecify.annotations.NullMarked;
