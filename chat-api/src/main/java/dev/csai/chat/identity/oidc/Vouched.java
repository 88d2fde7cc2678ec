package dev.csai.chat.identity.oidc;

/**
 * Whom a provider vouches for.
 *
 * @param email in the one form in which addresses are stored; whether the provider may speak for it is not decided yet
 */
record Vouched(String email, String name) {}
