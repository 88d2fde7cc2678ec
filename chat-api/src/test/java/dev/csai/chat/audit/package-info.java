/** What the audit log holds, and that it holds. */
@NullMarked
package dev.csai.chat.audit;

import org.jspecify.annotations.NullMarked;
