/** The files people see: the widget, the page that shows it, and the console. */
@NullMarked
package dev.csai.chat.pages;

import org.jspecify.annotations.NullMarked;
