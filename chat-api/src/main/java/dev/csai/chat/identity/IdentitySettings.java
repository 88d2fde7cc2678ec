package dev.csai.chat.identity;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param sessionLife how long after a log-in the password is asked for again, however often tokens were renewed
 * @param providerSessionLife how long after a log-in at a tenant's identity provider that one is asked again, which may
 *        know the person no more
 * @param loginsPerMinute attempts allowed to one address, and to one e-mail
 * @param mailsPerHour mails with a code or link to one e-mail
 * @param codesPerHour codes of a second factor that may be tried for one person
 */
@Validated
@ConfigurationProperties("csai.identity")
record IdentitySettings(@DefaultValue("30d") Duration sessionLife,
        @DefaultValue("12h") Duration providerSessionLife,
        @DefaultValue("10") @Positive int loginsPerMinute,
        @DefaultValue("5") @Positive int mailsPerHour,
        @DefaultValue("20") @Positive int codesPerHour) {}
