package dev.csai.shared;

import java.util.UUID;

/** The paying organisation a row, cache key, message or log line belongs to. There is no default tenant. */
public record TenantId(UUID value) {

    /** Stands where a message must name a tenant and the platform itself speaks; no row has it. */
    public static final TenantId PLATFORM = new TenantId(new UUID(0, 0));

    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
