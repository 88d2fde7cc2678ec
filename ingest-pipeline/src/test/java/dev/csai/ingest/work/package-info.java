@NullMarked
package dev.csai.ingest.work;

import org.jspecify.annotations.NullMarked;
