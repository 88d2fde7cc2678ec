/** What is measured: a running product, and servers of the bench's own. */
@NullMarked
package dev.csai.bench.subject;

import org.jspecify.annotations.NullMarked;
