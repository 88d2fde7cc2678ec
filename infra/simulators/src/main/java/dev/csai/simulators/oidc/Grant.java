package dev.csai.simulators.oidc;

/** What an authorization request asked for, until its code is handed in. */
record Grant(String redirectUri, String nonce, String challenge) {}
