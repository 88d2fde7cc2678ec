package dev.csai.chat.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url of the ranges of a list of leaked passwords, such as {@code https://api.pwnedpasswords.com/range}; empty
 *        where none is asked
 * @param timeout how long a new password waits for the list before it is let through
 */
@ConfigurationProperties("csai.identity.breached-passwords")
record BreachedPasswordSettings(@DefaultValue("") String url, @DefaultValue("1s") Duration timeout) {

    BreachedPasswordSettings {
        if (!url.isEmpty() && !url.matches("https?://.+")) {
            throw new IllegalArgumentException("csai.identity.breached-passwords.url is an http(s) address or empty");
        }
    }
}
