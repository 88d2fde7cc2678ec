/** How far a new tenant has come with its first steps. */
@NullMarked
package dev.csai.chat.onboarding;

import org.jspecify.annotations.NullMarked;
