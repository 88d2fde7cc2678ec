/** A tenant's people: members, and those who are invited to become one. */
@NullMarked
package dev.csai.chat.member;

import org.jspecify.annotations.NullMarked;
