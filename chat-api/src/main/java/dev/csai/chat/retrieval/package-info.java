/** Finds the chunks of a tenant's documents that speak of a question, by words and by meaning, in one query. */
@NullMarked
package dev.csai.chat.retrieval;

import org.jspecify.annotations.NullMarked;
