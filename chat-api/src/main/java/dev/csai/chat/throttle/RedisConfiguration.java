package dev.csai.chat.throttle;

import io.lettuce.core.ClientOptions;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nothing here is worth waiting for: while Redis is away commands fail at once instead of queueing for its return. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean
    LettuceClientOptionsBuilderCustomizer failAtOnce() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }
}
