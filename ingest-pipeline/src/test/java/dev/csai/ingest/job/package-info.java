/** Tests of the job's steps. */
@NullMarked
package dev.csai.ingest.job;

import org.jspecify.annotations.NullMarked;
