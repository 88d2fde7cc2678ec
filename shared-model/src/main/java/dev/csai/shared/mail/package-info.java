/** Mail to people, as it crosses from who writes it to who sends it. */
@NullMarked
package dev.csai.shared.mail;

import org.jspecify.annotations.NullMarked;
