/** A newcomer's way. */
@NullMarked
package dev.csai.chat.onboarding;

import org.jspecify.annotations.NullMarked;
