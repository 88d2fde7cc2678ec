/** Who changed what, or tried to: one entry for each operation of management, in a chain that shows tampering. */
@NullMarked
package dev.csai.chat.audit;

import org.jspecify.annotations.NullMarked;
