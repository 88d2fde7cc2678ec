package dev.csai.adapter;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The hands: sending on channels, executing tools. */
@SpringBootApplication
public class ChannelAdapters {

    /** Several apps may share a class path, so each reads a configuration file of its own name. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ChannelAdapters.class).properties("spring.config.name=channel-adapters");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
