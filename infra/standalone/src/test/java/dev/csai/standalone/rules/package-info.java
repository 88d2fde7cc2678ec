/** The rules of the house that the compiler cannot hold, each with a proof that it bites. */
@NullMarked
package dev.csai.standalone.rules;

import org.jspecify.annotations.NullMarked;
