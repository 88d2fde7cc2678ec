/** What a tenant tells of itself: name, languages, how its widget looks and greets. */
@NullMarked
package dev.csai.chat.tenant;

import org.jspecify.annotations.NullMarked;
