@NullMarked
package dev.csai.adapter;

import org.jspecify.annotations.NullMarked;
