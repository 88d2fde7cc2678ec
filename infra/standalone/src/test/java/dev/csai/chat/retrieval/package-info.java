/** The rankings of the search, one at a time, to measure what fusing them is worth. */
@NullMarked
package dev.csai.chat.retrieval;

import org.jspecify.annotations.NullMarked;
