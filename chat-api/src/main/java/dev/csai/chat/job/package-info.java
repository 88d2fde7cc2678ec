/** The jobs as operators see them: what ran, what runs, what failed and may be done again. */
@NullMarked
package dev.csai.chat.job;

import org.jspecify.annotations.NullMarked;
