package dev.csai.shared;

import java.util.UUID;

/** The paying organisation a row, cache key, message or log line belongs to. There is no default tenant. */
public record TenantId(UUID value) {

    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
