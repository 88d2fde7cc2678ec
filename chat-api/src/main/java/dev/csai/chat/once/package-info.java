/** What a request creates is created once, however often the request comes because its answer was lost. */
@NullMarked
package dev.csai.chat.once;

import org.jspecify.annotations.NullMarked;
