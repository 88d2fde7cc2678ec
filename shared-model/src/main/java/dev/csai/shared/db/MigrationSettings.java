package dev.csai.shared.db;

/**
 * How to reach the database as a user that may create roles and schemas.
 *
 * @param appPassword password given to {@code csai_app}, which does tenant work under row-level security
 * @param systemPassword password given to {@code csai_system}, for what is read before the tenant is known or across
 *        tenants
 * @param vectors how the database is to keep vectors; what it has as arrays moves when this becomes pgvector
 */
public record MigrationSettings(String url, String user, String password, String appPassword, String systemPassword,
        VectorForm vectors) {

    public MigrationSettings {
        if (appPassword.isBlank() || systemPassword.isBlank()) {
            throw new IllegalArgumentException("the passwords of csai_app and csai_system must be given");
        }
    }

    @Override
    public String toString() {
        return "MigrationSettings[" + url + " as " + user + "]";
    }
}
