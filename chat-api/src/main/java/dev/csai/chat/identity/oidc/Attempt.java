package dev.csai.chat.identity.oidc;

/**
 * Somebody on the way to their provider and back.
 *
 * @param state what the provider gives back
 * @param browser what only the browser knows that began it
 * @param nonce what the provider must have put into the id token
 * @param verifier what proves to the provider that who brings the code is who asked for it (RFC 7636)
 */
record Attempt(String issuer, String state, String browser, String nonce, String verifier) {

    @Override
    public String toString() {
        return "Attempt[" + issuer + "]";
    }
}
