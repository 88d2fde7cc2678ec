package dev.csai.chat;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The door and the conversation: the only app that listens to the outside. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChatApi {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Several apps may share a class path, so each reads a configuration file of its own name. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ChatApi.class).properties("spring.config.name=chat-api");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
