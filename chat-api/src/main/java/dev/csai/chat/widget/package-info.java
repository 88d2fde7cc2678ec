/** What the widget must know before anyone writes. */
@NullMarked
package dev.csai.chat.widget;

import org.jspecify.annotations.NullMarked;
