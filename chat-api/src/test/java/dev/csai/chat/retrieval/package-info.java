/** Tests of the search, in each form that vectors are kept in. */
@NullMarked
package dev.csai.chat.retrieval;

import org.jspecify.annotations.NullMarked;
