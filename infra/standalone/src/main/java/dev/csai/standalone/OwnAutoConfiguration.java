package dev.csai.standalone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves each app the auto-configuration that it has when it runs alone: on the shared class path it would also get
 * what only its neighbours depend on, and a client of RabbitMQ, for which there is no broker here. A filter, since the
 * property that excludes auto-configuration belongs to the apps' own files.
 */
final class OwnAutoConfiguration implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String DOOR = "chat-api";

    private static final List<String> OF_NOBODY = List.of("org.springframework.boot.amqp.");

    private static final List<String> OF_WORKERS = List.of("org.springframework.boot.batch.");

    /** Among these, R2DBC would take the DataSource away. */
    private static final List<String> OF_THE_DOOR = List.of("org.springframework.boot.r2dbc.",
            "org.springframework.boot.data.r2dbc.", "org.springframework.boot.webflux.",
            "org.springframework.boot.security.", "org.springframework.boot.data.redis.", "org.springdoc.");

    private boolean door;

    @Override
    public void setEnvironment(Environment environment) {
        door = DOOR.equals(environment.getProperty("spring.application.name"));
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[autoConfigurations.length];
        for (int index = 0; index < kept.length; index++) {
            String name = autoConfigurations[index];
            kept[index] = name == null || isOwn(name);
        }
        return kept;
    }

    boolean isOwn(String name) {
        List<String> foreign = door ? OF_WORKERS : OF_THE_DOOR;
        return OF_NOBODY.stream().noneMatch(name::startsWith) && foreign.stream().noneMatch(name::startsWith);
    }
}
