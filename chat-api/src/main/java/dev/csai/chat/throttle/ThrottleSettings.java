package dev.csai.chat.throttle;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param patience how long a request waits for Redis to count it before it is let through
 * @param messagesPerVisitor a minute, in one conversation or from one verified contact
 * @param messagesPerNetwork a minute, to one tenant from one network address, which an office or a school may share
 */
@Validated
@ConfigurationProperties("csai.throttle")
record ThrottleSettings(@DefaultValue("250ms") Duration patience,
        @DefaultValue("20") @Positive int messagesPerVisitor,
        @DefaultValue("300") @Positive int messagesPerNetwork) {}
