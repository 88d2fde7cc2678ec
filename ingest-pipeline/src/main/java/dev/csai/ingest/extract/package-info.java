/** Turns an untrusted file into blocks of text, in a child process that has no network and little of everything else. */
@NullMarked
package dev.csai.ingest.extract;

import org.jspecify.annotations.NullMarked;
