package dev.csai.chat.db;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How {@code csai_system} reaches the database; the password has no default. */
@Validated
@ConfigurationProperties("csai.system-r2dbc")
record SystemR2dbcSettings(@NotBlank String url, @NotBlank String username, @NotBlank String password) {

    @Override
    public String toString() {
        return "SystemR2dbcSettings[" + username + "]";
    }
}
