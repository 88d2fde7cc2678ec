/** The messages the apps exchange; records that only ever gain components. */
@NullMarked
package dev.csai.shared.message;

import org.jspecify.annotations.NullMarked;
