/** The whole product through its public contract, as a client and a member see it. */
@NullMarked
package dev.csai.standalone.acceptance;

import org.jspecify.annotations.NullMarked;
