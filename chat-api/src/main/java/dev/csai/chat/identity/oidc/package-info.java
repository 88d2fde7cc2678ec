/** Signing in at a tenant's own OpenID provider, which the tenant has named and nobody has to trust further than that. */
@NullMarked
package dev.csai.chat.identity.oidc;

import org.jspecify.annotations.NullMarked;
