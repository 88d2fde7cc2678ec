/** Secrets sealed when they come in and opened only where they are used. */
@NullMarked
package dev.csai.shared.secret;

import org.jspecify.annotations.NullMarked;
