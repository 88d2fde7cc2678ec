/** Which addresses outside may be called when somebody else has chosen them. */
@NullMarked
package dev.csai.shared.egress;

import org.jspecify.annotations.NullMarked;
