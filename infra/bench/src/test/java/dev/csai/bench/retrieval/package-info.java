@NullMarked
package dev.csai.bench.retrieval;

import org.jspecify.annotations.NullMarked;
