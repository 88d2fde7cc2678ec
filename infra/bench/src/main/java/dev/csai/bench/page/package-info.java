/** How soon the pages can be used, and what the widget costs its host. */
@NullMarked
package dev.csai.bench.page;

import org.jspecify.annotations.NullMarked;
