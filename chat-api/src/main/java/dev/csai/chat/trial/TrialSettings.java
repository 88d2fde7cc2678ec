package dev.csai.chat.trial;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a tenant may try its assistant. A trial costs what an answer costs and is not billed.
 *
 * @param perMinute of all its people and servers together
 * @param perDay the same
 */
@Validated
@ConfigurationProperties("csai.trial")
record TrialSettings(@DefaultValue("30") @Positive @Max(MAX) int perMinute,
        @DefaultValue("1000") @Positive @Max(MAX) int perDay) {

    /** A window remembers each second in which something was taken of it. */
    private static final int MAX = 5000;
}
