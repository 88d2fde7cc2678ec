package dev.csai.chat.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long a request waits for Redis to count it before it is let through
 */
@ConfigurationProperties("csai.throttle")
record ThrottleSettings(@DefaultValue("250ms") Duration patience) {}
