package dev.csai.adapter;

import dev.csai.shared.db.SystemDatabaseConfiguration;
import dev.csai.shared.secret.SecretConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The hands: sending mail and, later, on channels; executing tools. */
@SpringBootApplication
@Import({SecretConfiguration.class, SystemDatabaseConfiguration.class})
public class ChannelAdapters {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Several apps may share a class path, so each reads a configuration file of its own name. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ChannelAdapters.class).properties("spring.config.name=channel-adapters");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
