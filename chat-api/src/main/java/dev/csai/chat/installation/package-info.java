/** Looks at a tenant's page as a browser would and says what keeps the widget from working there. */
@NullMarked
package dev.csai.chat.installation;

import org.jspecify.annotations.NullMarked;
