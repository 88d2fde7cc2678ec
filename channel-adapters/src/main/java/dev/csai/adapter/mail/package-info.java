/** Mail to people: handed to a mail server, or kept where there is none. */
@NullMarked
package dev.csai.adapter.mail;

import org.jspecify.annotations.NullMarked;
