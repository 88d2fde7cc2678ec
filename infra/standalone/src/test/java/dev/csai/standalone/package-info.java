/** Tests of the standalone mode. */
@NullMarked
package dev.csai.standalone;

import org.jspecify.annotations.NullMarked;
