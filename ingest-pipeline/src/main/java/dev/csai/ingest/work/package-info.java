/** What is wished for documents, kept until it is done: accepted from the broker, claimed by one worker at a time. */
@NullMarked
package dev.csai.ingest.work;

import org.jspecify.annotations.NullMarked;
