/** The app as tests run it: on real services, with a clock that tests move. */
@NullMarked
package dev.csai.chat.testing;

import org.jspecify.annotations.NullMarked;
