package dev.csai.chat.conversation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param atOnce how many messages one process accepts and answers at the same time; who sends one more is asked to
 *        come again. A turn that waits for its model costs little, so this may be some times what the processor can do
 */
@ConfigurationProperties("csai.turns")
record TurnSettings(@DefaultValue("128") int atOnce) {

    TurnSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException("csai.turns.at-once must be at least 1");
        }
    }
}
