/** The job that brings one document from its bytes to a generation that search sees whole. */
@NullMarked
package dev.csai.ingest.job;

import org.jspecify.annotations.NullMarked;
