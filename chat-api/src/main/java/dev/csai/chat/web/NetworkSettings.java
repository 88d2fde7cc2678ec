package dev.csai.chat.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies addresses and blocks of them (10.0.0.0/8) that are believed where a request came from; none
 */
@ConfigurationProperties("csai.network")
record NetworkSettings(@DefaultValue List<String> trustedProxies) {

    NetworkSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
