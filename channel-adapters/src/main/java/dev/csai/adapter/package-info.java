/** The hands: sending on channels, executing tools. */
@NullMarked
package dev.csai.adapter;

import org.jspecify.annotations.NullMarked;
