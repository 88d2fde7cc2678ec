package dev.csai.chat.audit;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many entries a minute each process writes that tell of no change. Past that they are counted and left out, so
 * that nobody fills the log; a change is never left out.
 *
 * @param anonymousPerMinute from one network, for each kind of problem
 * @param allAnonymousPerMinute from all networks together
 * @param refusedPerMinute of one member, key or operator, for each kind of problem
 */
@Validated
@ConfigurationProperties("csai.audit")
record AuditSettings(@DefaultValue("60") @Positive int anonymousPerMinute,
        @DefaultValue("3000") @Positive int allAnonymousPerMinute,
        @DefaultValue("600") @Positive int refusedPerMinute) {}
