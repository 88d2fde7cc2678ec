@NullMarked
package dev.csai.bench;

import org.jspecify.annotations.NullMarked;
