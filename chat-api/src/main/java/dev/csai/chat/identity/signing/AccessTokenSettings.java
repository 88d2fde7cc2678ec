package dev.csai.chat.identity.signing;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer the {@code iss} of our access tokens; differs between installations that must not trust each other
 * @param audience their {@code aud}
 * @param accessTokenLife how long one acts before the session is looked at again; a removed member's ends sooner
 * @param signingKeyLife how long one key signs; at least a day, at most a year
 */
@Validated
@ConfigurationProperties("csai.identity")
record AccessTokenSettings(@DefaultValue("https://csai.dev") @NotBlank String issuer,
        @DefaultValue("csai-api") @NotBlank String audience,
        @DefaultValue("15m") Duration accessTokenLife,
        @DefaultValue("30d") Duration signingKeyLife) {

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    AccessTokenSettings {
        if (signingKeyLife.compareTo(SHORTEST) < 0 || signingKeyLife.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("csai.identity.signing-key-life is between a day and a year");
        }
    }
}
