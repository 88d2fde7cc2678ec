@NullMarked
package dev.csai.ingest;

import org.jspecify.annotations.NullMarked;
