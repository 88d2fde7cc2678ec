@NullMarked
package dev.csai.bench.ingestion;

import org.jspecify.annotations.NullMarked;
