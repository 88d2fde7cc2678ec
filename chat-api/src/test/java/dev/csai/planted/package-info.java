/** Holes that tests plant to see that they are found; out of reach of the app's own component scan. */
@NullMarked
package dev.csai.planted;

import org.jspecify.annotations.NullMarked;
