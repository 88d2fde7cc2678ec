package dev.csai.chat.identity;

import org.springframework.stereotype.Component;

/** What a link in a mail carries: 256 random bits, of which only a keyed hash is stored. */
@Component
public class MailedSecret {

    private final TokenSecrets secrets;

    MailedSecret(TokenSecrets secrets) {
        this.secrets = secrets;
    }

    public String next() {
        return secrets.newToken();
    }

    public byte[] hash(String token) {
        return secrets.hash(token);
    }
}
