/** OpenID providers that speak the protocol, and break it where they are told to. */
@NullMarked
package dev.csai.simulators.oidc;

import org.jspecify.annotations.NullMarked;
