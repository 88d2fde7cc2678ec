/** Tests of how text is read. */
@NullMarked
package dev.csai.shared.text;

import org.jspecify.annotations.NullMarked;
