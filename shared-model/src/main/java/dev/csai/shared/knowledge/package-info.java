/** Knowledge that comes without a file: the form in which the door stores it and the ingestion reads it. */
@NullMarked
package dev.csai.shared.knowledge;

import org.jspecify.annotations.NullMarked;
