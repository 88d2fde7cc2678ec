/** What is going on, in figures: at one tenant for its people, and on the whole platform for operators. */
@NullMarked
package dev.csai.chat.dashboard;

import org.jspecify.annotations.NullMarked;
