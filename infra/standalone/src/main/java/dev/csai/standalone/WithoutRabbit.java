package dev.csai.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps Spring Boot from setting up RabbitMQ clients in the apps, which have the library but here no broker. A filter,
 * since the property that excludes auto-configuration belongs to the apps' own files.
 */
final class WithoutRabbit implements AutoConfigurationImportFilter {

    private static final String RABBIT = "org.springframework.boot.amqp.autoconfigure.";

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[autoConfigurations.length];
        for (int index = 0; index < kept.length; index++) {
            String name = autoConfigurations[index];
            kept[index] = name == null || !name.startsWith(RABBIT);
        }
        return kept;
    }
}
