/** The closed list of problems a client may meet, as RFC 9457 types. */
@NullMarked
package dev.csai.shared.problem;

import org.jspecify.annotations.NullMarked;
