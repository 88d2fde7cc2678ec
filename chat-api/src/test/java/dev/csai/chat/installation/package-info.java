/** Pages as tenants have them, and as nobody should. */
@NullMarked
package dev.csai.chat.installation;

import org.jspecify.annotations.NullMarked;
