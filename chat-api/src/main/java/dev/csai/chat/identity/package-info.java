/** Who people are: passwords, access tokens and the refresh tokens that renew them. */
@NullMarked
package dev.csai.chat.identity;

import org.jspecify.annotations.NullMarked;
