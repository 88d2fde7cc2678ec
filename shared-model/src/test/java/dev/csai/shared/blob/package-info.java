@NullMarked
package dev.csai.shared.blob;

import org.jspecify.annotations.NullMarked;
