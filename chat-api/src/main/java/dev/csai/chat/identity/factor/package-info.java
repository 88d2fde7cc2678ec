/** The second factor: codes of an authenticator app, and the recovery codes that stand in for it. */
@NullMarked
package dev.csai.chat.identity.factor;

import org.jspecify.annotations.NullMarked;
