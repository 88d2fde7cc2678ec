/** Tricky forms of addresses. */
@NullMarked
package dev.csai.shared.egress;

import org.jspecify.annotations.NullMarked;
