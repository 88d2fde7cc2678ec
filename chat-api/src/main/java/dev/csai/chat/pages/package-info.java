/** The files people see: the widget and the page that shows it. */
@NullMarked
package dev.csai.chat.pages;

import org.jspecify.annotations.NullMarked;
