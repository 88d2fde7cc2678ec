/** Tests of the embedding model in process. */
@NullMarked
package dev.csai.shared.embedding;

import org.jspecify.annotations.NullMarked;
